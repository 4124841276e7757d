# Tarif wählen, zusätzliche Operationen kaufen, kündigen und verlängern.

choosing-title = Tarif wählen
choosing-billing = Abrechnung
choosing-tier = { unit-title } pro Monat
choosing-seats = Plätze
choosing-plans = Tarife
choosing-current = Aktueller Tarif
choosing-due = Heute fällig
choosing-unsold = Nicht online erhältlich
choosing-billed-yearly = { $amount }, einmal im Jahr abgerechnet
choosing-saves = Spart { $amount } im Jahr ({ $share })
choosing-teams =
    { $teams ->
        [one] { $teams } Team
       *[other] { $teams } Teams
    }
choosing-any-teams = Beliebig viele Teams
choosing-seats-most =
    { $seats ->
        [one] Bis zu { $seats } Platz
       *[other] Bis zu { $seats } Plätze
    }
choosing-any-seats = Beliebig viele Plätze
choosing-lost = { $amount } werden nicht erstattet
choosing-to-balance = { $amount } auf Ihr Guthaben
choosing-free = Kostenlos
choosing-nothing = Keine Änderung

extra-title = Zusätzliche { unit }
extra-field = Zusätzlich zu kaufende { unit }
extra-offer = Behalten Sie Ihren Tarif und kaufen Sie für diesen Zeitraum nach: { units } für { $amount }.
extra-left =
    { $unit ->
        [operations]
            { $operations ->
                [one] In diesem Zeitraum ist noch { $operations } weitere Operation erhältlich.
               *[other] In diesem Zeitraum sind noch { $operations } weitere Operationen erhältlich.
            }
       *[other] In diesem Zeitraum sind noch { $operations } { $unit } erhältlich.
    }
extra-or-move-up = Oder wechseln Sie auf { units-each }: { $amount } heute fällig.

ending-title = Abonnement beenden
ending-lead = Sie sehen, was wann geschieht, bevor etwas endgültig ist.
ending-cancel = Abonnement kündigen
ending-renew-title = Verlängern
ending-renew-lead = Ihr Abonnement ist am { $date } abgelaufen. Verlängern Sie es, um weiterzumachen.
ending-renew = Abonnement verlängern
