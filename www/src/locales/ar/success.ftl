# بعد تأكيد التغيير.

success-withdrawn = تحتفظون بخطة { $plan }. لا يتغير شيء.
success-extra =
    { $unit ->
        [operations] عملياتكم الإضافية جاهزة.
       *[other] { $unit } الإضافية جاهزة لكم.
    }
success-cancelled = ينتهي اشتراككم في { $date }.
success-renewed = جُدّد اشتراككم في { $plan }.
success-new = بدأ اشتراككم في { $plan }.
success-scheduled = يتحول اشتراككم إلى { $plan } في { $date }.
success-seats = تغيّر عدد مقاعدكم.
success-add-ons = تغيّرت إضافاتكم.
success-changed = تغيّرت خطتكم إلى { $plan }.
success-paid = دُفع { $amount } في { $date }.
success-nothing-paid = لم يُحصَّل شيء في { $date }.
success-paid-today = المدفوع اليوم
success-receipt = إيصال { $date }
