# حالة الصفحة في عنوانها، وما يمكن أخذه.

address-ignored = أجزاء من هذا الرابط لا تعني شيئًا هنا أو لم تعد تعني شيئًا: { $keys }. تعرض الصفحة ما بقي منه.
address-dismiss = إخفاء
share-link = نسخ الرابط
share-text = نسخ كنص
share-print = طباعة
share-copied = تم النسخ
share-too-large = مستنداتكم أكبر من أن يتسع لها رابط. انسخوها بدلًا من ذلك.
share-not-allowed = لا يسمح المتصفح بالنسخ. إليكم النص:
share-at = أسعار { $date }
share-entry = { $label }: { $value }
share-prices = أسعار الخطط هي الأسعار المعلنة، { $tax }.
