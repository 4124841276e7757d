# Nachdem eine Änderung bestätigt wurde.

success-withdrawn = Sie behalten { $plan }. Nichts ändert sich.
success-extra = Ihre zusätzlichen { unit } stehen bereit.
success-cancelled = Ihr Abonnement endet am { $date }.
success-renewed = Ihr Abonnement von { $plan } ist verlängert.
success-new = Ihr Abonnement von { $plan } hat begonnen.
success-scheduled = Ihr Abonnement wechselt am { $date } zu { $plan }.
success-seats = Ihre Plätze wurden geändert.
success-add-ons = Ihre Zusätze wurden geändert.
success-changed = Ihr Tarif wurde auf { $plan } geändert.
success-paid = { $amount } am { $date } bezahlt.
success-nothing-paid = Am { $date } wurde nichts berechnet.
success-paid-today = Heute bezahlt
success-receipt = Beleg vom { $date }
