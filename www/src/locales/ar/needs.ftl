# أرخص طريقة للحصول على العدد المطلوب.

needs-title-operations =
    { $unit ->
        [operations] كم عملية تحتاجون؟
       *[other] كم تحتاجون من { $unit }؟
    }
needs-title-seats = كم مقعدًا تحتاجون؟
needs-lead-operations =
    { $unit ->
        [operations] أرخص طريقة للحصول عليها، شاملة العمليات الإضافية.
       *[other] أرخص طريقة للحصول عليها، شاملة الإضافي من { $unit }.
    }
needs-lead-seats = أرخص طريقة للحصول عليها.
needs-field-operations =
    { $unit ->
        [operations] العمليات المطلوبة شهريًا
       *[other] المطلوب شهريًا من { $unit }
    }
needs-field-seats = المقاعد المطلوبة
needs-plan = الخطة
needs-plan-any = أي خطة
needs-plan-least = { $plan } أو أعلى
needs-for-month = لشهر
needs-for-year = لسنة
needs-cheapest = الأرخص لشهر ولسنة
needs-cost-month = { $amount } شهريًا
needs-cost-year = { $amount } سنويًا
needs-extra = إضافةً إلى { line-extra-units } مقابل { price-each }
needs-runner-up = الخيار التالي أغلى بمقدار { $amount }: { $way }
needs-choose = اختيار هذا
needs-choose-extra =
    { $unit ->
        [operations] شراء العمليات الإضافية
       *[other] شراء الإضافي من { $unit }
    }
needs-have = هذا ما لديكم الآن.
needs-none = لا يكفي شيء مما يُباع عبر الإنترنت.
needs-prices = أسعار معلنة، { $tax }
