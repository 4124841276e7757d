# الإطار: ما يقع أعلى كل شيء وأسفله وحوله.

page-name = prorata
page-language = اللغة
page-language-failed = تعذّر تحميل هذه اللغة.
page-organisation = المؤسسة
page-title-change = تغيير اشتراككم
page-title-first = اختيار اشتراككم
page-lead = اطّلعوا على تكلفة التغيير اليوم قبل تأكيده.
page-loading = يجري تحضير الأسعار.
page-load-failed = لا يمكن حساب المبلغ المستحق اليوم في الوقت الحالي.
page-load-failed-detail = تعرض الخطط أدناه أسعارها المعلنة. لا يمكن الشراء قبل توفر أسعار اشتراككم.
page-retry = إعادة المحاولة
page-demonstration = هذا عرض توضيحي. لا يُباع هنا شيء ولا تُحمَّل أي بطاقة، ولا صلة له بشركات Make وChilliCream وAnaconda.
page-examples = الأسعار المشار إليها بكلمة «مثال» مفترضة، وبقيتها من صفحات عامة متفاوتة الأعمار وربما تغيّرت.
page-example-mark = مثال
page-taxes-not-included = الأسعار لا تشمل الضرائب.
