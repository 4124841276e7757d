# الجواب عمّا اختير.

summary-title = التغيير المطلوب
summary-due-today = المستحق اليوم
summary-nothing-chosen = اختاروا خطة لمعرفة تكلفتها اليوم.
summary-nothing-changes = هذا ما لديكم الآن. لا يتغير شيء ولا يُستحق شيء.
summary-then = ثم { price-each } ابتداءً من { $date }
summary-waits = لن يُحصَّل شيء اليوم. يحدث التغيير في { $date } ويمكن التراجع عنه حتى ذلك الحين.
summary-ends = لن يُحصَّل شيء اليوم. يبقى اشتراككم ساريًا حتى { $date }، ويمكنكم التراجع عن الإلغاء حتى ذلك الحين.
summary-nothing-further = لن يُحصَّل شيء بعد ذلك.
summary-lines = تفاصيل الحساب
summary-total = الإجمالي
summary-balance-used = مدفوع من رصيدكم
summary-deferred = مرحَّل إلى فاتورتكم التالية
summary-to-balance = مضاف إلى رصيدكم
summary-refund = مسترد
summary-forfeited = لا يُرد
summary-next = الفاتورة التالية
summary-next-amount = { $amount } في { $date }
summary-next-once = تشمل { $name } بقيمة { $amount } مرة واحدة
summary-balance-after = الرصيد بعد ذلك
summary-units = { unit } لديكم بعد التغيير
summary-lost = ما لا يُرد
summary-to-details = عرض التفاصيل
summary-refusal = هذا التغيير غير ممكن
summary-mend-field = صحّحوا الحقل المحدد لمعرفة السعر.
summary-mend-current = في بيانات اشتراككم الحالي ما لا يتوافق.
summary-spoken = المستحق اليوم: { $amount }.
summary-spoken-then = المستحق اليوم: { $due }، ثم { price-each } ابتداءً من { $date }.

change-new = البدء بخطة { $plan }
change-cancel = إلغاء { $plan }
change-renew = تجديد { $plan }
change-extra = شراء المزيد لخطة { $plan }
change-withdraw = الإبقاء على { $plan }
change-none = البقاء على { $plan }
change-seats-added = إضافة مقاعد إلى { $plan }
change-seats-removed = إزالة مقاعد من { $plan }
change-add-ons = تغيير إضافات { $plan }
change-tier-up = الانتقال إلى مستوى أعلى في { $plan }
change-tier-down = الانتقال إلى مستوى أدنى في { $plan }
change-interval =
    { $every ->
        [month]
            { $periods ->
                [1] تحويل { $plan } إلى الفوترة الشهرية
               *[other] تغيير فوترة { $plan }
            }
        [year]
            { $periods ->
                [1] تحويل { $plan } إلى الفوترة السنوية
               *[other] تغيير فوترة { $plan }
            }
       *[other] تغيير فوترة { $plan }
    }
change-upgrade = ترقية { $plan }
change-upgrade-from = الترقية من { $from } إلى { $plan }
change-downgrade = تخفيض { $plan }
change-downgrade-from = التخفيض من { $from } إلى { $plan }
change-other = الانتقال إلى { $plan }

direction-new = اشتراك جديد
direction-upgrade = ترقية
direction-downgrade = تخفيض
direction-cancel = إلغاء
direction-renew = تجديد
direction-none = لا تغيير
