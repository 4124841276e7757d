# اختيار الخطة، وشراء المزيد، والإنهاء والتجديد.

choosing-title = اختيار خطة
choosing-billing = الفوترة
choosing-tier = { unit-title } شهريًا
choosing-seats = المقاعد
choosing-plans = الخطط
choosing-current = الخطة الحالية
choosing-due = المستحق اليوم
choosing-unsold = لا تُباع عبر الإنترنت
choosing-billed-yearly = { $amount } تُفوتر مرة في السنة
choosing-saves = توفير { $amount } سنويًا ({ $share })
choosing-teams =
    { $teams ->
        [zero] لا فرق
        [one] فريق واحد
        [two] فريقان
        [few] { $teams } فرق
        [many] { $teams } فريقًا
       *[other] { $teams } فريق
    }
choosing-any-teams = أي عدد من الفرق
choosing-seats-most =
    { $seats ->
        [zero] لا مقاعد
        [one] حتى مقعد واحد
        [two] حتى مقعدين
        [few] حتى { $seats } مقاعد
        [many] حتى { $seats } مقعدًا
       *[other] حتى { $seats } مقعد
    }
choosing-any-seats = أي عدد من المقاعد
choosing-lost = { $amount } لا تُرد
choosing-to-balance = { $amount } إلى رصيدكم
choosing-free = مجانًا
choosing-nothing = لا تغيير

extra-title =
    { $unit ->
        [operations] عمليات إضافية
       *[other] { $unit } (إضافية)
    }
extra-field =
    { $unit ->
        [operations] عدد العمليات الإضافية المراد شراؤها
       *[other] { $unit } الإضافية المراد شراؤها
    }
extra-offer =
    { $unit ->
        [operations]
            { $operations ->
                [one] احتفظوا بخطتكم واشتروا المزيد لهذه الفترة: عملية واحدة مقابل { $amount }.
                [two] احتفظوا بخطتكم واشتروا المزيد لهذه الفترة: عمليتان مقابل { $amount }.
                [few] احتفظوا بخطتكم واشتروا المزيد لهذه الفترة: { $operations } عمليات مقابل { $amount }.
               *[other] احتفظوا بخطتكم واشتروا المزيد لهذه الفترة: { $operations } عملية مقابل { $amount }.
            }
       *[other] احتفظوا بخطتكم واشتروا المزيد لهذه الفترة: { $operations } { $unit } مقابل { $amount }.
    }
extra-left =
    { $unit ->
        [operations]
            { $operations ->
                [zero] لا يمكن شراء المزيد من العمليات في هذه الفترة.
                [one] يمكن شراء عملية واحدة أخرى في هذه الفترة.
                [two] يمكن شراء عمليتين أخريين في هذه الفترة.
                [few] يمكن شراء { $operations } عمليات أخرى في هذه الفترة.
               *[other] يمكن شراء { $operations } عملية أخرى في هذه الفترة.
            }
       *[other] يمكن شراء { $operations } { $unit } أخرى في هذه الفترة.
    }
extra-or-move-up = أو انتقلوا إلى { units-each }: المستحق اليوم { $amount }.

ending-title = إنهاء اشتراككم
ending-lead = ترون ما يحدث ومتى يحدث قبل أن يصبح أي شيء نهائيًا.
ending-cancel = إلغاء الاشتراك
ending-renew-title = التجديد
ending-renew-lead = انتهى اشتراككم في { $date }. جدّدوه للمتابعة.
ending-renew = تجديد الاشتراك
