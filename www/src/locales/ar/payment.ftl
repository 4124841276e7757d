# طرق الدفع: محاكاة، ومبيَّن أنها كذلك.

payment-legend = طريقة الدفع
payment-simulated = محاكاة: لا تُطلب أي بطاقة ولا يُحصَّل شيء. اختاروا ما ينبغي أن يحدث.
payment-card-accepted = بطاقة اختبار تُقبل
payment-card-slow = بطاقة اختبار تستغرق وقتًا
payment-card-declined = بطاقة اختبار تُرفض
payment-on-file = استُخدمت من قبل
payment-missing = اختاروا طريقة دفع.
payment-portal = البطاقات والفواتير في بوابة الفوترة
