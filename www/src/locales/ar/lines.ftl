# بنود الفاتورة، وسبب مبلغ كل منها.

line-unused-time = رصيد دائن عن الوقت غير المستخدم من { $plan }
line-unused-units = رصيد دائن عن { units-unused }
line-future-units =
    { $unit ->
        [operations] رصيد دائن عن العمليات التي لم تُمنح بعد
       *[other] رصيد دائن عمّا لم يُمنح بعد من { $unit }
    }
line-difference = الفرق عن بقية الفترة
line-extra-units =
    { $unit ->
        [operations]
            { $operations ->
                [one] عملية إضافية واحدة
                [two] عمليتان إضافيتان
                [few] { $operations } عمليات إضافية
               *[other] { $operations } عملية إضافية
            }
       *[other] { $operations } { $unit } (إضافية)
    }
line-deferred-credit =
    { $unit ->
        [operations] رصيد دائن عن العمليات غير المستخدمة
       *[other] رصيد دائن عن غير المستخدم من { $unit }
    }
line-deferred-extra =
    { $unit ->
        [operations] عمليات إضافية
       *[other] { $unit } (إضافية)
    }
line-discount = خصم { $discount }
line-discount-deferred = خصم
line-tax = { $tax }
line-tax-included = { $tax }، ضمن السعر
line-tax-deferred = الضريبة
line-credit-excess = رصيد دائن يبقى لكم
line-rounding = التقريب
line-other = بند آخر

part =
    { $measure ->
        [month]
            { $total ->
                [one] { $remaining } من شهر واحد
                [two] { $remaining } من شهرين
                [few] { $remaining } من { $total } أشهر
                [many] { $remaining } من { $total } شهرًا
               *[other] { $remaining } من { $total } شهر
            }
        [hour]
            { $total ->
                [one] { $remaining } من ساعة واحدة
                [two] { $remaining } من ساعتين
                [few] { $remaining } من { $total } ساعات
               *[other] { $remaining } من { $total } ساعة
            }
        [minute]
            { $total ->
                [one] { $remaining } من دقيقة واحدة
                [two] { $remaining } من دقيقتين
                [few] { $remaining } من { $total } دقائق
               *[other] { $remaining } من { $total } دقيقة
            }
        [second]
            { $total ->
                [one] { $remaining } من ثانية واحدة
                [two] { $remaining } من ثانيتين
                [few] { $remaining } من { $total } ثوانٍ
               *[other] { $remaining } من { $total } ثانية
            }
        [millisecond]
            { $total ->
                [one] { $remaining } من ملّي ثانية واحدة
                [two] { $remaining } من ملّي ثانيتين
               *[other] { $remaining } من { $total } ملّي ثانية
            }
       *[day]
            { $total ->
                [one] { $remaining } من يوم واحد
                [two] { $remaining } من يومين
                [few] { $remaining } من { $total } أيام
                [many] { $remaining } من { $total } يومًا
               *[other] { $remaining } من { $total } يوم
            }
    }
because-several = { $quantity } × { $amount }
because-remaining = بالتناسب: { $amount } × المتبقي ({ part })
because-remaining-several = بالتناسب: { $quantity } × { $amount } × المتبقي ({ part })
because-unused = بالتناسب: { $amount } × غير المستخدم ({ part })
because-unused-several = بالتناسب: { $quantity } × { $amount } × غير المستخدم ({ part })
because-paid = { $amount } مدفوعة × غير المستخدم ({ part })
because-share = × حصة هذا البند: { $amount } من { $whole } كلفة الفترة
because-difference = { $new } − { $old }، × المتبقي ({ part })
because-units = { $amount } × { $operations } ÷ { $allowance }
because-future-units =
    { $months ->
        [zero] { $amount } × { $operations } ÷ { $allowance }، بلا أشهر قادمة
        [one] { $amount } × { $operations } ÷ { $allowance }، عن شهر قادم
        [two] { $amount } × { $operations } ÷ { $allowance }، عن شهرين قادمين
        [few] { $amount } × { $operations } ÷ { $allowance }، عن { $months } أشهر قادمة
        [many] { $amount } × { $operations } ÷ { $allowance }، عن { $months } شهرًا قادمًا
       *[other] { $amount } × { $operations } ÷ { $allowance }، عن { $months } شهر قادم
    }
because-surcharge = { $amount } × { $operations } ÷ { $allowance }، مع إضافة { $surcharge }
because-percent = { $percent } من { $amount }
because-credit-excess = الرصيد الدائن { $amount } والفاتورة { $limit }
because-rounding = الإجمالي الدقيق { $amount }
because-deferred = اتُّفق عليه سابقًا ويُحصَّل الآن
because-band = { $quantity } × { $price } = { $amount }
because-exact = { $amount } بالضبط، بعد التقريب
because-cap-bill = قيمته { $amount }، وحدّه مبلغ الفاتورة { $limit }
because-cap-total = قيمته { $amount }، وحدّه الإجمالي { $limit }
because-cap-paid = قيمته { $amount }، وحدّه المبلغ المدفوع { $limit }
