# المراجعة قبل التغيير، وأسئلتها وأزرارها.

review-title = مراجعة التغيير
review-title-cancel = هل تريدون إلغاء اشتراككم؟
review-caption = ما لديكم وما ستحصلون عليه
review-now = الآن
review-after = بعد التغيير
review-changes = (يتغير)
review-plan = الخطة
review-amount = السعر
review-per-month = شهريًا
review-per-year = سنويًا
review-interval = الفوترة
review-seats = المقاعد
review-teams = الفرق
review-period-end = نهاية الفترة
review-nothing = –
review-no-plan = لا يوجد اشتراك
review-any-teams = أي عدد
review-close = إغلاق
review-keep = الإبقاء على اشتراكي
review-blocked = ما ينبغي إتمامه قبل التأكيد:
review-choose-teams =
    { $teams ->
        [zero] لن يبقى أي من فرقكم، وعددها { $of }
        [one] اختاروا الفريق الذي يبقى من فرقكم، وعددها { $of }
        [two] اختاروا الفريقين اللذين يبقيان من فرقكم، وعددها { $of }
        [few] اختاروا { $teams } فرق تبقى من فرقكم، وعددها { $of }
        [many] اختاروا { $teams } فريقًا يبقى من فرقكم، وعددها { $of }
       *[other] اختاروا { $teams } فريق يبقى من فرقكم، وعددها { $of }
    }
review-choose-teams-note = لن تكون بقية الفرق جزءًا من مؤسستكم.
review-remove-members = عدد الأعضاء المراد إزالتهم
review-remove-members-note = لديكم { members }، والخطة الجديدة تتسع لعدد { $limit }. أزيلوا { $remove } على الأقل.

acknowledge-downgrade = أدرك أن هذا تخفيض وأدرك ما يتغير معه.
acknowledge-forfeit = أدرك أن { $amount } لا تُرد.
acknowledge-forfeit-some = أدرك أن جزءًا مما دفعته لا يُرد.
acknowledge-billing = أدرك أن وسيلة الدفع الخاصة بي ستُحمَّل { $amount } عند التأكيد.
acknowledge-cancel = أدرك أن اشتراكي ينتهي في { $date }.
acknowledge-other = أدرك ذلك وأوافق عليه.

missing-teams =
    { $teams ->
        [zero] أكّدوا أنه لن يبقى أي فريق.
        [one] اختاروا الفريق الذي يبقى.
        [two] اختاروا فريقين يبقيان.
        [few] اختاروا { $teams } فرق تبقى.
        [many] اختاروا { $teams } فريقًا يبقى.
       *[other] اختاروا { $teams } فريق يبقى.
    }
missing-members =
    { $members ->
        [zero] لا يلزم إزالة أي عضو.
        [one] أزيلوا عضوًا واحدًا.
        [two] أزيلوا عضوين.
        [few] أزيلوا { $members } أعضاء.
        [many] أزيلوا { $members } عضوًا.
       *[other] أزيلوا { $members } عضو.
    }
missing-downgrade = أكّدوا أنكم تدركون التخفيض.
missing-forfeit = أكّدوا أنكم تدركون ما لا يُرد.
missing-billing = أكّدوا أنكم تدركون متى يُحصَّل المبلغ.
missing-cancel = أكّدوا أنكم تدركون متى ينتهي اشتراككم.
missing-acknowledgement = أكّدوا العبارة أعلاه.
missing-other = يتطلب هذا التغيير ما لا تستطيع هذه الصفحة أن تسأل عنه بعد.

button-pay = دفع { $amount }
button-review-pay = مراجعة ودفع { $amount }
button-review = مراجعة التغيير
button-confirm = تأكيد التغيير
button-schedule = التغيير في { $date }
button-cancel = إلغاء الاشتراك
button-withdraw = الإبقاء على اشتراكي
