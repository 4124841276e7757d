# ما يقع بجانب السعر.

prices-before-tax = قبل الضريبة
prices-plus-tax = تضاف إليها الضريبة
prices-with-tax = شاملة الضريبة
price-each =
    { $every ->
        [day]
            { $periods ->
                [1] { $amount } يوميًا
                [two] { $amount } كل يومين
                [few] { $amount } كل { $periods } أيام
                [many] { $amount } كل { $periods } يومًا
               *[other] { $amount } كل { $periods } يوم
            }
        [week]
            { $periods ->
                [1] { $amount } أسبوعيًا
                [two] { $amount } كل أسبوعين
                [few] { $amount } كل { $periods } أسابيع
                [many] { $amount } كل { $periods } أسبوعًا
               *[other] { $amount } كل { $periods } أسبوع
            }
        [year]
            { $periods ->
                [1] { $amount } سنويًا
                [two] { $amount } كل سنتين
                [few] { $amount } كل { $periods } سنوات
               *[other] { $amount } كل { $periods } سنة
            }
       *[month]
            { $periods ->
                [1] { $amount } شهريًا
                [two] { $amount } كل شهرين
                [few] { $amount } كل { $periods } أشهر
                [many] { $amount } كل { $periods } شهرًا
               *[other] { $amount } كل { $periods } شهر
            }
    }
price-each-seat = { price-each } لكل مقعد
