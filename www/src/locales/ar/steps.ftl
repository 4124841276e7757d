# الخطوات من المراجعة إلى التأكيد.

steps-label = الخطوات
step-review = المراجعة
step-billing = الفوترة
step-payment = الدفع
step-confirm = التأكيد
step-billing-title = من صاحب الفاتورة؟
step-payment-title = كيف تدفعون؟
step-confirm-title = تأكيد التغيير
step-continue = متابعة
step-back = رجوع
step-edit-billing = تغيير بيانات الفوترة
step-edit-payment = تغيير طريقة الدفع
step-confirming = يجري التأكيد…
step-billed-to = صاحب الفاتورة
step-pays-with = طريقة الدفع
step-renews = يتجدد في { $date } مقابل { $amount }، وهكذا حتى تلغوه.
step-ends = ينتهي في { $date } ولا يتجدد.
step-how-to-cancel = يمكنكم الإلغاء في أي وقت من «{ ending-title }» في هذه الصفحة؛ ويبقى الاشتراك ساريًا حتى نهاية فترته.
step-withdraw = يمكنكم حتى ذلك الحين التراجع عن هذا في هذه الصفحة.
