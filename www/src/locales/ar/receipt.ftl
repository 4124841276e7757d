# ما جرى تأكيده.

receipt-title = الإيصال { $number }
receipt-demonstration = من عرض توضيحي. ليس فاتورة.
receipt-number = الرقم
receipt-date = التاريخ
receipt-billed-to = صاحب الفاتورة
receipt-vat-id = رقم ضريبة القيمة المضافة { $number }
receipt-paid-with = طريقة الدفع
receipt-nothing-paid = لم يُحصَّل شيء
receipt-removed = أُزيلوا من المؤسسة
receipt-print = طباعة الإيصال
receipt-close = إغلاق
receipt-open = الإيصال { $number }
orders-title = طلباتكم
orders-local = محفوظة في هذا المتصفح فقط: لا خادم لهذه الصفحة.
