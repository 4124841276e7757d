# تكلفة الانتظار، والفواتير التالية، كلٌّ في جمل ورسم بياني وجدول.

chart-table = في جدول

waiting-title = تكلفة الانتظار
waiting-lead = المبلغ المستحق في يوم غير اليوم.
waiting-nothing = لا يوجد في هذه الفترة يوم لاحق للمقارنة.
waiting-more = إذا أجريتم التغيير في { $date } بدلًا من اليوم، زاد المبلغ المستحق بمقدار { $amount }.
waiting-less = إذا أجريتم التغيير في { $date } بدلًا من اليوم، نقص المبلغ المستحق بمقدار { $amount }.
waiting-same = لا يغيّر الانتظار شيئًا من المبلغ المستحق.
waiting-stay-enough = يكفي ما تبقى حتى { $date }: لا يلزم شراء شيء للبقاء.
waiting-stay-not-sold =
    { $unit ->
        [operations] لا يُباع إضافةً هذا العدد من العمليات التي ستنقص حتى { $date }.
       *[other] لا يُباع إضافةً ما سينقص حتى { $date } من { $unit }.
    }
waiting-stay-more = البقاء أغلى: { line-extra-units } حتى { $date } مقابل { $amount }.
waiting-stay-less = البقاء أرخص: { line-extra-units } حتى { $date } مقابل { $amount }.
waiting-stay-then = البقاء أغلى اليوم: { line-extra-units } حتى { $date } مقابل { $amount }. وابتداءً من { $then } يصبح أرخص من التغيير.
waiting-break-even = نقطة التعادل
waiting-per-day =
    { $unit ->
        [operations] العمليات المستخدمة يوميًا
       *[other] المستخدم يوميًا من { $unit }
    }
waiting-against = المعروض
waiting-column-day = يوم التغيير
waiting-column-use = المستخدم حتى ذلك الحين
waiting-column-change = التغيير
waiting-column-stay = البقاء والشراء
waiting-by-day = حسب اليوم
waiting-by-use =
    { $unit ->
        [operations] حسب العمليات المستخدمة
       *[other] حسب المستخدم من { $unit }
    }
waiting-line-change = التغيير في ذلك اليوم
waiting-line-stay = البقاء وشراء ما سينقص
waiting-lost = ما لا يُرد
waiting-not-sold = لا يُباع
waiting-look = اليوم المراد عرضه
waiting-point = { $where }: المستحق { $amount }
waiting-point-stay = { $where }: { $amount } للتغيير، و{ $stay } للبقاء

invoices-title = الفواتير الاثنتا عشرة التالية
invoices-lead = ما سيُحصَّل ومتى.
invoices-nothing = لا تتبع هذا التغيير أي فاتورة.
invoices-sum =
    { $invoices ->
        [zero] لا فواتير حتى { $date }، أي { $amount }.
        [one] { $amount } في { $date }.
        [two] { $amount } في فاتورتين حتى { $date }.
        [few] { $amount } في { $invoices } فواتير حتى { $date }.
       *[other] { $amount } في { $invoices } فاتورة حتى { $date }.
    }
invoices-point = { $date }: { $amount }
invoices-look = الفاتورة المراد عرضها
invoices-date = التاريخ
invoices-period = عن
invoices-tax = الضريبة
invoices-total = الإجمالي
invoices-balance = من رصيدكم
invoices-amount = المُحصَّل
