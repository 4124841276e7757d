# ما يُضاف إلى الخطة.

add-ons-title = الإضافات
add-ons-note = تُفوتر مع الخطة.
add-on-once = { $amount } مرة واحدة
add-on-metered = { $amount } لكل وحدة، تُفوتر حسب الاستخدام
code-label = رمز ترويجي
code-apply = تطبيق
code-unknown = لا يوجد رمز ترويجي كهذا.
code-applied = طُبّق الرمز الترويجي { $code }.
code-remove = إزالة
code-example = يعرف هذا العرض التوضيحي الرمز { $code }.
