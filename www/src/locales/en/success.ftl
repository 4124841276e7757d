# After a change was confirmed.

success-withdrawn = You keep { $plan }. Nothing changes.
success-extra = Your extra { unit } are ready.
success-cancelled = Your subscription ends on { $date }.
success-renewed = Your subscription to { $plan } is renewed.
success-new = Your subscription to { $plan } has begun.
success-scheduled = Your subscription changes to { $plan } on { $date }.
success-seats = Your seats were changed.
success-add-ons = Your add-ons were changed.
success-changed = Your plan was changed to { $plan }.
success-paid = { $amount } paid on { $date }.
success-nothing-paid = Nothing was charged on { $date }.
success-paid-today = Paid today
success-receipt = Receipt of { $date }
