# ما يضبطه الزائر في العرض التوضيحي.

demonstration-label = هذا العرض التوضيحي
demonstration-role = دوركم
demonstration-owner = مالك
demonstration-admin = مشرف
demonstration-member = عضو
demonstration-restart = البدء من جديد
role-title = لا يظهر لكم اشتراك هنا
role-reason = لا يرى اشتراك المؤسسة ولا يغيّره إلا مالكها أو أحد مشرفيها.
role-ask = اسألوا { $names }.
links-portal = بوابة الفوترة
links-individual = إنهاء اشتراككم الفردي
removal-legend = اختاروا من يغادر المؤسسة
removal-note =
    { $remove ->
        [zero] لديكم { members }، والخطة الجديدة تتسع لعدد { $limit }.
        [one] لديكم { members }، والخطة الجديدة تتسع لعدد { $limit }. اختاروا عضوًا واحدًا على الأقل.
        [two] لديكم { members }، والخطة الجديدة تتسع لعدد { $limit }. اختاروا عضوين على الأقل.
        [few] لديكم { members }، والخطة الجديدة تتسع لعدد { $limit }. اختاروا { $remove } أعضاء على الأقل.
        [many] لديكم { members }، والخطة الجديدة تتسع لعدد { $limit }. اختاروا { $remove } عضوًا على الأقل.
       *[other] لديكم { members }، والخطة الجديدة تتسع لعدد { $limit }. اختاروا { $remove } عضو على الأقل.
    }
removal-chosen = عدد المختارين: { $count }
removal-admin = مشرف
