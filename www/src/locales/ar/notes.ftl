# ما ينبغي معرفته قبل التأكيد: العمليات بعد التغيير، وما يُفقد، والتنبيهات.

units-allowance = ممنوحة مع الخطة
units-transferred = منقولة
units-bought = مشتراة إضافةً
units-remaining = متبقية في هذه الفترة
units-available = المتاح
units-converted =
    { $unit ->
        [operations]
            { $operations ->
                [one] تتحول عملية واحدة غير مستخدمة إلى رصيد دائن.
                [two] تتحول عمليتان غير مستخدمتين إلى رصيد دائن.
                [few] تتحول { $operations } عمليات غير مستخدمة إلى رصيد دائن.
               *[other] تتحول { $operations } عملية غير مستخدمة إلى رصيد دائن.
            }
       *[other] يتحول { $operations } { $unit } غير مستخدمة إلى رصيد دائن.
    }
units-forfeited =
    { $unit ->
        [operations]
            { $operations ->
                [one] تسقط عملية واحدة غير مستخدمة.
                [two] تسقط عمليتان غير مستخدمتين.
                [few] تسقط { $operations } عمليات غير مستخدمة.
               *[other] تسقط { $operations } عملية غير مستخدمة.
            }
       *[other] يسقط { $operations } { $unit } غير مستخدمة.
    }
units-expire =
    { $unit ->
        [operations] تنتهي صلاحية العمليات المنقولة والإضافية في { $date }.
       *[other] تنتهي صلاحية المنقول والإضافي من { $unit } في { $date }.
    }
units-reset = تُمنح من جديد في { $date }.

loss-credit-above-bill = { $amount } من رصيدكم الدائن البالغ { $credit } تزيد على الفاتورة ولا تُصرف.
loss-future-units =
    { $unit ->
        [operations]
            { $operations ->
                [one] { $amount } مدفوعة مقدمًا عن عملية واحدة لم تُمنح بعد.
                [two] { $amount } مدفوعة مقدمًا عن عمليتين لم تُمنحا بعد.
                [few] { $amount } مدفوعة مقدمًا عن { $operations } عمليات لم تُمنح بعد.
               *[other] { $amount } مدفوعة مقدمًا عن { $operations } عملية لم تُمنح بعد.
            }
       *[other] { $amount } مدفوعة مقدمًا عن { $operations } { $unit } لم تُمنح بعد.
    }
loss-unused-units =
    { $unit ->
        [operations]
            { $operations ->
                [one] عملية واحدة غير مستخدمة، قيمتها { $amount }.
                [two] عمليتان غير مستخدمتين، قيمتهما { $amount }.
                [few] { $operations } عمليات غير مستخدمة، قيمتها { $amount }.
               *[other] { $operations } عملية غير مستخدمة، قيمتها { $amount }.
            }
       *[other] { $operations } { $unit } غير مستخدمة، قيمتها { $amount }.
    }
loss-unused-time = { $amount } عن غير المستخدم ({ part }).
loss-negative-total = { $amount } من الرصيد الدائن المتبقي.
loss-other = جزء من القيمة المتبقية.

warning-duplicate-billing = يستمر اشتراككم الفردي إلى جانب هذا الاشتراك ويُفوتر أيضًا. ألغوه إن لم تعودوا بحاجة إليه.
warning-units-above-limit =
    { $unit ->
        [operations]
            { $operations ->
                [one] استخدمتم عملية واحدة في هذه الفترة؛ والخطة الجديدة تمنح { $limit }.
                [two] استخدمتم عمليتين في هذه الفترة؛ والخطة الجديدة تمنح { $limit }.
                [few] استخدمتم { $operations } عمليات في هذه الفترة؛ والخطة الجديدة تمنح { $limit }.
               *[other] استخدمتم { $operations } عملية في هذه الفترة؛ والخطة الجديدة تمنح { $limit }.
            }
       *[other] استخدمتم { $operations } { $unit } في هذه الفترة؛ والخطة الجديدة تمنح { $limit }.
    }
warning-annual-to-shorter =
    { $unit ->
        [operations] قيمة العمليات غير المستخدمة لسنة { $credit }، لكن الفاتورة { $bill } فقط.
       *[other] قيمة غير المستخدم من { $unit } لسنة { $credit }، لكن الفاتورة { $bill } فقط.
    }
warning-scheduled-stands = يبقى الانتقال إلى { $plan } في { $date } قائمًا.
warning-scheduled-replaced = يحل هذا محل الانتقال المقرر إلى { $plan }.
warning-end-stands = يبقى الإلغاء المقرر قائمًا: ينتهي اشتراككم في { $date }.
warning-end-replaced = يحل هذا محل الإلغاء المقرر.
warning-other = ثمة المزيد مما ينبغي معرفته عن هذا التغيير؛ يرجى الاستفسار قبل التأكيد.

deactivation =
    { $members ->
        [zero] لن يُعطَّل أي عضو في { $date }. يبقى المالك.
        [one] في { $date } يُعطَّل عضو واحد. يبقى المالك، ويعيد التجديد العضو.
        [two] في { $date } يُعطَّل عضوان. يبقى المالك، ويعيد التجديد الجميع.
        [few] في { $date } يُعطَّل { $members } أعضاء. يبقى المالك، ويعيد التجديد الجميع.
        [many] في { $date } يُعطَّل { $members } عضوًا. يبقى المالك، ويعيد التجديد الجميع.
       *[other] في { $date } يُعطَّل { $members } عضو. يبقى المالك، ويعيد التجديد الجميع.
    }
