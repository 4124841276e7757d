# من تُرسل إليه الفاتورة وأين.

billing-name = الاسم
billing-company = الشركة (اختياري)
billing-street = الشارع والرقم
billing-postal-code = الرمز البريدي
billing-city = المدينة
billing-region = الولاية
billing-country = البلد
billing-choose = يرجى الاختيار
billing-vat-id = رقم ضريبة القيمة المضافة (اختياري)
billing-vat-hint = مع رقم ضريبة القيمة المضافة لبلد آخر من الاتحاد الأوروبي تتولى شركتكم سداد الضريبة بنفسها.
billing-tax-note = البلد يحدد الضريبة. والنسب هنا مثال ضمن هذا العرض التوضيحي.
billing-missing-name = أدخلوا اسم صاحب الفاتورة.
billing-missing-street = أدخلوا الشارع والرقم.
billing-missing-postal-code = أدخلوا الرمز البريدي.
billing-missing-city = أدخلوا المدينة.
billing-missing-country = اختاروا البلد.
billing-missing-region = اختاروا الولاية.
billing-unknown = اختاروا من القائمة.
billing-invalid-vat-id = لا يبدو هذا رقم ضريبة قيمة مضافة لهذا البلد، ومثاله FR40303265045.
