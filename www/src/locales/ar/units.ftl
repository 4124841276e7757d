# ما يُعدّ، وكم مرة.

unit =
    { $unit ->
        [operations] العمليات
       *[other] { $unit }
    }
unit-title =
    { $unit ->
        [operations] العمليات
       *[other] { $unit }
    }
units =
    { $unit ->
        [operations]
            { $operations ->
                [one] عملية واحدة
                [two] عمليتان
                [few] { $operations } عمليات
               *[other] { $operations } عملية
            }
       *[other] { $operations } { $unit }
    }
units-unused =
    { $unit ->
        [operations]
            { $operations ->
                [one] عملية واحدة غير مستخدمة
                [two] عمليتين غير مستخدمتين
                [few] { $operations } عمليات غير مستخدمة
               *[other] { $operations } عملية غير مستخدمة
            }
       *[other] { $operations } { $unit } (غير مستخدمة)
    }
units-each =
    { $every ->
        [day]
            { $periods ->
                [1] { units } يوميًا
                [two] { units } كل يومين
                [few] { units } كل { $periods } أيام
                [many] { units } كل { $periods } يومًا
               *[other] { units } كل { $periods } يوم
            }
        [week]
            { $periods ->
                [1] { units } أسبوعيًا
                [two] { units } كل أسبوعين
                [few] { units } كل { $periods } أسابيع
                [many] { units } كل { $periods } أسبوعًا
               *[other] { units } كل { $periods } أسبوع
            }
        [year]
            { $periods ->
                [1] { units } سنويًا
                [two] { units } كل سنتين
                [few] { units } كل { $periods } سنوات
               *[other] { units } كل { $periods } سنة
            }
       *[month]
            { $periods ->
                [1] { units } شهريًا
                [two] { units } كل شهرين
                [few] { units } كل { $periods } أشهر
                [many] { units } كل { $periods } شهرًا
               *[other] { units } كل { $periods } شهر
            }
    }
seats =
    { $seats ->
        [zero] لا مقاعد
        [one] مقعد واحد
        [two] مقعدان
        [few] { $seats } مقاعد
        [many] { $seats } مقعدًا
       *[other] { $seats } مقعد
    }
members =
    { $members ->
        [zero] لا أعضاء
        [one] عضو واحد
        [two] عضوان
        [few] { $members } أعضاء
        [many] { $members } عضوًا
       *[other] { $members } عضو
    }
interval-name =
    { $every ->
        [day]
            { $periods ->
                [1] يوميًا
                [two] كل يومين
                [few] كل { $periods } أيام
                [many] كل { $periods } يومًا
               *[other] كل { $periods } يوم
            }
        [week]
            { $periods ->
                [1] أسبوعيًا
                [two] كل أسبوعين
                [few] كل { $periods } أسابيع
                [many] كل { $periods } أسبوعًا
               *[other] كل { $periods } أسبوع
            }
        [year]
            { $periods ->
                [1] سنويًا
                [two] كل سنتين
                [few] كل { $periods } سنوات
               *[other] كل { $periods } سنة
            }
       *[month]
            { $periods ->
                [1] شهريًا
                [two] كل شهرين
                [few] كل { $periods } أشهر
                [many] كل { $periods } شهرًا
               *[other] كل { $periods } شهر
            }
    }

# الأزرار بجانب العدد.

field-less = { $label }: إنقاص { $step }
field-more = { $label }: زيادة { $step }
