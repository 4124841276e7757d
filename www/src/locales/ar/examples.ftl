# حالات يمكن للزائر أن يبدأ منها.

example-make-upgrade =
    { $operations ->
        [one] Core، تبقّت عملية واحدة
        [two] Core، تبقّت عمليتان
        [few] Core، تبقّت { $operations } عمليات
       *[other] Core، تبقّت { $operations } عملية
    }
example-make-downgrade = Teams، مع ثلاثة فرق
example-make-annual-to-monthly = Pro لسنة، بقي نصفها
example-make-core-annual = Core لسنة
example-nitro-full = Pro، كل المقاعد مشغولة
example-nitro-downgrade =
    { $members ->
        [zero] Business، بلا أعضاء
        [one] Business، مع عضو واحد
        [two] Business، مع عضوين
        [few] Business، مع { $members } أعضاء
        [many] Business، مع { $members } عضوًا
       *[other] Business، مع { $members } عضو
    }
example-nitro-expired = Pro، انتهى قبل ثلاثة أيام
example-anaconda-seats =
    { $seats ->
        [zero] Business، بلا مقاعد
        [one] Business، مع مقعد واحد
        [two] Business، مع مقعدين
        [few] Business، مع { $seats } مقاعد
        [many] Business، مع { $seats } مقعدًا
       *[other] Business، مع { $seats } مقعد
    }
example-anaconda-annual = Starter لسنة
example-anaconda-first = لا اشتراك بعد، سوى اشتراك فردي
example-first = لا اشتراك بعد

# ما لا يُعرف عن الشركات المعروضة قوائم أسعارها.

unknown-make = الأسعار من نسخة محفوظة وربما تغيّرت.
unknown-nitro = ليس موثّقًا إن كان الوقت المتبقي يُحتسب رصيدًا دائنًا؛ وتُستخدم قاعدة مزوّد الفوترة.
unknown-anaconda = لا تذكر الوثائق متى يسري الإلغاء، ويُفترض أنه يسري عند نهاية الفترة المدفوعة. ولا تذكر كيف يُسوّى وقت المقاعد المحذوفة؛ وتُستخدم قاعدة مزوّد الفوترة.
