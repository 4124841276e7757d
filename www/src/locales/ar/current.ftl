# ما لدى العميل، والنموذج الذي يصفه.

current-title = اشتراككم الحالي
current-start-from = الحالة الأولية
current-none = لا يوجد اشتراك
current-edit = تعديل اشتراككم الحالي
current-plan = الخطة
current-billing = الفوترة
current-seats = المقاعد
current-members = الأعضاء
current-teams = الفرق
current-unused = غير المستخدم من { unit }
current-trial = فترة تجريبية حتى { $date }
current-individual = يسري أيضًا اشتراك فردي
current-balance = الرصيد بعملة { $currency }
current-tax = الضريبة
current-tax-none = لا شيء
current-tax-on-top = { $rate }، تضاف إلى السعر
current-tax-included = { $rate }، ضمن السعر
current-today = اليوم
current-today-hint = كل الأسعار في هذه الصفحة سارية في هذا اليوم.
current-first-day = يوم الشراء
current-expired = انتهى في { $date }
current-before = قبل الفترة التي تبدأ في { $date }
current-position =
    { $total ->
        [one] انقضى { $used } من يوم واحد
        [two] انقضى { $used } من يومين
        [few] انقضى { $used } من { $total } أيام
        [many] انقضى { $used } من { $total } يومًا
       *[other] انقضى { $used } من { $total } يوم
    }
current-clock =
    { $total ->
        [one] { $date }، انقضى { $used } من يوم واحد
        [two] { $date }، انقضى { $used } من يومين
        [few] { $date }، انقضى { $used } من { $total } أيام
        [many] { $date }، انقضى { $used } من { $total } يومًا
       *[other] { $date }، انقضى { $used } من { $total } يوم
    }
current-clock-expired =
    { $days ->
        [zero] { $date }، يوم الانتهاء
        [one] { $date }، بعد يوم واحد من الانتهاء
        [two] { $date }، بعد يومين من الانتهاء
        [few] { $date }، بعد { $days } أيام من الانتهاء
        [many] { $date }، بعد { $days } يومًا من الانتهاء
       *[other] { $date }، بعد { $days } يوم من الانتهاء
    }
current-scheduled-cancel = ينتهي اشتراككم في { $date }. وتحتفظون بكل شيء حتى ذلك الحين.
current-scheduled-plan = في { $date } يتحول اشتراككم إلى { $plan }.
current-scheduled-within = في { $date } يتغيّر اشتراككم في { $plan }.
current-scheduled-seats =
    { $seats ->
        [zero] في { $date } يصبح اشتراككم بلا مقاعد.
        [one] في { $date } يتحول اشتراككم إلى مقعد واحد.
        [two] في { $date } يتحول اشتراككم إلى مقعدين.
        [few] في { $date } يتحول اشتراككم إلى { $seats } مقاعد.
        [many] في { $date } يتحول اشتراككم إلى { $seats } مقعدًا.
       *[other] في { $date } يتحول اشتراككم إلى { $seats } مقعد.
    }
current-withdraw = الإبقاء على اشتراكي كما هو
current-full =
    { $seats ->
        [zero] مؤسستكم ممتلئة: لا توجد فيها مقاعد. لا يمكن لأحد الانضمام حتى تضيفوا مقاعد أو تزيلوا أعضاء.
        [one] مؤسستكم ممتلئة: مقعدها الوحيد مشغول. لا يمكن لأحد الانضمام حتى تضيفوا مقاعد أو تزيلوا أعضاء.
        [two] مؤسستكم ممتلئة: مقعداها مشغولان. لا يمكن لأحد الانضمام حتى تضيفوا مقاعد أو تزيلوا أعضاء.
        [few] مؤسستكم ممتلئة: كل المقاعد مشغولة، وعددها { $seats } مقاعد. لا يمكن لأحد الانضمام حتى تضيفوا مقاعد أو تزيلوا أعضاء.
        [many] مؤسستكم ممتلئة: كل المقاعد مشغولة، وعددها { $seats } مقعدًا. لا يمكن لأحد الانضمام حتى تضيفوا مقاعد أو تزيلوا أعضاء.
       *[other] مؤسستكم ممتلئة: كل المقاعد مشغولة، وعددها { $seats } مقعد. لا يمكن لأحد الانضمام حتى تضيفوا مقاعد أو تزيلوا أعضاء.
    }
current-seats-taken =
    { $seats ->
        [zero] { $used } مشغول، ولا مقاعد
        [one] { $used } مشغول من مقعد واحد
        [two] { $used } مشغول من مقعدين
        [few] { $used } مشغول من { $seats } مقاعد
        [many] { $used } مشغول من { $seats } مقعدًا
       *[other] { $used } مشغول من { $seats } مقعد
    }
current-units-unused =
    { $unit ->
        [operations]
            { $operations ->
                [one] عملية واحدة غير مستخدمة
                [two] عمليتان غير مستخدمتين
                [few] { $operations } عمليات غير مستخدمة
               *[other] { $operations } عملية غير مستخدمة
            }
       *[other] { $operations } { $unit } (غير مستخدمة)
    }
current-team = الفريق { $number }
