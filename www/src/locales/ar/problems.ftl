# ما هو خطأ، بجانب الحقل أو بدلًا من السعر.

problem-not-a-number = أدخلوا عددًا صحيحًا.
problem-amount = أدخلوا مبلغًا مثل { $whole } أو { $decimal }.
problem-seats-above =
    { $seats ->
        [zero] لا تسمح هذه الخطة بأي مقعد.
        [one] تسمح هذه الخطة بمقعد واحد على الأكثر.
        [two] تسمح هذه الخطة بمقعدين على الأكثر.
        [few] تسمح هذه الخطة بعدد { $seats } مقاعد على الأكثر.
        [many] تسمح هذه الخطة بعدد { $seats } مقعدًا على الأكثر.
       *[other] تسمح هذه الخطة بعدد { $seats } مقعد على الأكثر.
    }
problem-seats-below =
    { $seats ->
        [zero] لا تتطلب هذه الخطة أي مقعد.
        [one] تتطلب هذه الخطة مقعدًا واحدًا على الأقل.
        [two] تتطلب هذه الخطة مقعدين على الأقل.
        [few] تتطلب هذه الخطة { $seats } مقاعد على الأقل.
        [many] تتطلب هذه الخطة { $seats } مقعدًا على الأقل.
       *[other] تتطلب هذه الخطة { $seats } مقعد على الأقل.
    }
problem-above-maximum = لا يمكن شراء أكثر من { $left } في هذه الفترة.
problem-not-a-bundle = تُباع في حزم، وحجم كل حزمة { $bundle }.
problem-below-minimum = المبلغ { $amount } أقل من أدنى مبلغ يمكن تحصيله، وهو { $minimum }.
problem-not-offered =
    { $path ->
        [effective] لا يمكن أن يحدث التغيير في هذا الوقت.
        [period] هذه الفترة غير متاحة للتغيير.
        [seats] لا تُباع هذه الخطة بالمقاعد.
        [extraOperations] لا يُباع هنا شيء إضافي.
       *[other] هذا غير معروض.
    }
problem-not-for-sale = لا يُباع هذا عبر الإنترنت.
problem-nothing-scheduled = لا يوجد تغيير مقرر يمكن التراجع عنه.
problem-no-subscription = هذا يتطلب اشتراكًا.
problem-not-expired = لم ينتهِ اشتراككم بعد.
problem-outside-period = هذا اليوم خارج الفترة.
problem-out-of-range = هذا العدد أكبر مما ينبغي.
problem-too-large = هذا أكبر مما ينبغي.
problem-too-deep = هذا متداخل بعمق أكبر مما ينبغي.
problem-unknown-key = لا يوجد حقل بهذا الاسم.
problem-missing = هذه القيمة ناقصة.
problem-wrong-type = هذه القيمة ليست من النوع المنتظر هنا.
problem-unknown-word = هذه ليست من الكلمات المنتظرة هنا.
problem-empty = لا يجوز أن تكون هذه القيمة فارغة.
problem-conflict = هذا يتعارض مع قيمة أخرى مذكورة.
problem-invalid-timestamp = أدخلوا تاريخًا.
problem-invalid-interval = أدخلوا مدة، كشهر مثلًا.
problem-invalid-bands = يجب أن تمتد كل شريحة إلى أبعد من التي قبلها، وألا يكون للأخيرة نهاية.
problem-duplicate-id = هذا المعرّف مكرر.
problem-duplicate-price = هذا السعر مكرر.
problem-ambiguous-price = تنطبق أسعار عدة؛ سمّوا السعر المقصود.
problem-unknown-currency = لا توجد عملة بهذا الرمز.
problem-unknown-preset = لا توجد قواعد بهذا الاسم.
problem-unknown-plan = لا توجد خطة كهذه.
problem-unknown-interval = لا تُباع هذه الخطة لهذه المدة.
problem-unknown-tier = لا تُباع هذه الخطة بهذا المخصص.
problem-unknown-price = لا يوجد سعر كهذا.
problem-unknown-add-on = لا توجد إضافة كهذه.
problem-unknown-discount = لا يوجد خصم كهذا.
problem-unknown-team = لا يوجد فريق كهذا.
problem-period-reversed = تنتهي الفترة قبل أن تبدأ.
problem-zero-length-period = تنتهي الفترة حين تبدأ.
problem-offset-required = يحتاج هذا الوقت إلى فارقه عن التوقيت العالمي.
problem-allowance-zero = من دون مخصص لا قيمة لما لم يُستخدم.
problem-stale = لم يعد السعر حديثًا؛ ويجب حسابه من جديد.
problem-future = السعر لوقت لم يحن بعد.
problem-unanswered = ما زال هناك ما ينتظر جوابًا.
problem-load-failed = لا يمكن حساب المبلغ المستحق اليوم في الوقت الحالي.
problem-unknown-zone = لا توجد منطقة زمنية كهذه.
problem-other = هذا غير ممكن: { $message }
