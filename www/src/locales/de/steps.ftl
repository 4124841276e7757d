# Die Schritte von der Prüfung bis zur Bestätigung.

steps-label = Schritte
step-review = Prüfen
step-billing = Rechnung
step-payment = Zahlung
step-confirm = Bestätigen
step-billing-title = Wer erhält die Rechnung?
step-payment-title = Wie bezahlen Sie?
step-confirm-title = Änderung bestätigen
step-continue = Weiter
step-back = Zurück
step-edit-billing = Rechnungsangaben ändern
step-edit-payment = Zahlungsart ändern
step-confirming = Wird bestätigt …
step-billed-to = Rechnung an
step-pays-with = Bezahlt mit
step-renews = Verlängert sich am { $date } für { $amount } und danach immer wieder, bis Sie kündigen.
step-ends = Endet am { $date } und verlängert sich nicht.
step-how-to-cancel = Jederzeit kündbar unter „{ ending-title }“ auf dieser Seite; das Abonnement bleibt dann aktiv, bis sein Zeitraum endet.
step-withdraw = Bis dahin können Sie dies auf dieser Seite zurücknehmen.
