# Was der Kunde hat, und das Formular, das es beschreibt.

current-title = Ihr Abonnement
current-start-from = Ausgangslage
current-none = Kein Abonnement
current-edit = Ihr Abonnement bearbeiten
current-plan = Tarif
current-billing = Abrechnung
current-seats = Plätze
current-members = Mitglieder
current-teams = Teams
current-unused = Ungenutzt: { unit }
current-trial = Testphase bis { $date }
current-individual = Daneben läuft ein persönliches Abonnement
current-balance = Guthaben in { $currency }
current-tax = Steuer
current-tax-none = Keine
current-tax-on-top = { $rate }, zusätzlich zum Preis
current-tax-included = { $rate }, im Preis enthalten
current-today = Heute
current-today-hint = Alle Preise auf dieser Seite gelten für diesen Tag.
current-first-day = Tag des Kaufs
current-expired = Abgelaufen am { $date }
current-before = Vor dem Zeitraum, der am { $date } beginnt
current-position =
    { $total ->
        [one] { $used } von { $total } Tag genutzt
       *[other] { $used } von { $total } Tagen genutzt
    }
current-clock =
    { $total ->
        [one] { $date }, { $used } von { $total } Tag genutzt
       *[other] { $date }, { $used } von { $total } Tagen genutzt
    }
current-clock-expired =
    { $days ->
        [one] { $date }, { $days } Tag nach dem Ende
       *[other] { $date }, { $days } Tage nach dem Ende
    }
current-scheduled-cancel = Ihr Abonnement endet am { $date }. Bis dahin behalten Sie alles.
current-scheduled-plan = Am { $date } wechselt Ihr Abonnement zu { $plan }.
current-scheduled-within = Am { $date } ändert sich Ihr Abonnement { $plan }.
current-scheduled-seats = Am { $date } wechselt Ihr Abonnement auf { seats }.
current-withdraw = Mein Abonnement unverändert behalten
current-full =
    { $seats ->
        [one] Ihre Organisation ist voll: Der einzige Platz ist vergeben. Niemand kann beitreten, bis Sie Plätze hinzufügen oder Mitglieder entfernen.
       *[other] Ihre Organisation ist voll: Alle { $seats } Plätze sind vergeben. Niemand kann beitreten, bis Sie Plätze hinzufügen oder Mitglieder entfernen.
    }
current-seats-taken =
    { $seats ->
        [one] { $used } von { $seats } Platz vergeben
       *[other] { $used } von { $seats } Plätzen vergeben
    }
current-units-unused =
    { $unit ->
        [operations]
            { $operations ->
                [one] { $operations } Operation ungenutzt
               *[other] { $operations } Operationen ungenutzt
            }
       *[other] { $operations } { $unit } ungenutzt
    }
current-team = Team { $number }
