# Die Prüfung vor einer Änderung, ihre Fragen und ihre Schaltflächen.

review-title = Änderung prüfen
review-title-cancel = Abonnement kündigen?
review-caption = Was Sie haben und was Sie bekommen
review-now = Jetzt
review-after = Nach der Änderung
review-changes = (ändert sich)
review-plan = Tarif
review-amount = Preis
review-per-month = Pro Monat
review-per-year = Pro Jahr
review-interval = Abrechnung
review-seats = Plätze
review-teams = Teams
review-period-end = Zeitraum endet
review-nothing = –
review-no-plan = Kein Abonnement
review-any-teams = Beliebig viele
review-close = Schließen
review-keep = Abonnement behalten
review-blocked = Vor der Bestätigung noch zu erledigen:
review-choose-teams =
    { $teams ->
        [one] Wählen Sie von Ihren { $of } Teams das eine, das bleibt
       *[other] Wählen Sie von Ihren { $of } Teams die { $teams }, die bleiben
    }
review-choose-teams-note = Die übrigen Teams gehören dann nicht mehr zu Ihrer Organisation.
review-remove-members = Zu entfernende Mitglieder
review-remove-members-note = Sie haben { members }, und der neue Tarif bietet Platz für { $limit }. Entfernen Sie mindestens { $remove }.

acknowledge-downgrade = Mir ist bewusst, dass dies ein Downgrade ist und was sich damit ändert.
acknowledge-forfeit = Mir ist bewusst, dass { $amount } nicht erstattet werden.
acknowledge-forfeit-some = Mir ist bewusst, dass ein Teil des Bezahlten nicht erstattet wird.
acknowledge-billing = Mir ist bewusst, dass mein Zahlungsmittel mit der Bestätigung um { $amount } belastet wird.
acknowledge-cancel = Mir ist bewusst, dass mein Abonnement am { $date } endet.
acknowledge-other = Ich habe verstanden und stimme zu.

missing-teams =
    { $teams ->
        [one] Wählen Sie das Team, das bleibt.
       *[other] Wählen Sie { $teams } Teams, die bleiben.
    }
missing-members =
    { $members ->
        [one] Entfernen Sie ein Mitglied.
       *[other] Entfernen Sie { $members } Mitglieder.
    }
missing-downgrade = Bestätigen Sie, dass Ihnen das Downgrade bewusst ist.
missing-forfeit = Bestätigen Sie, dass Ihnen bewusst ist, was nicht erstattet wird.
missing-billing = Bestätigen Sie, dass Ihnen bewusst ist, wann Sie belastet werden.
missing-cancel = Bestätigen Sie, dass Ihnen bewusst ist, wann Ihr Abonnement endet.
missing-acknowledgement = Bestätigen Sie die Erklärung oben.
missing-other = Diese Änderung verlangt etwas, wonach diese Seite noch nicht fragen kann.

button-pay = { $amount } bezahlen
button-review-pay = { $amount } prüfen und bezahlen
button-review = Änderung prüfen
button-confirm = Änderung bestätigen
button-schedule = Zum { $date } ändern
button-cancel = Abonnement kündigen
button-withdraw = Abonnement behalten
