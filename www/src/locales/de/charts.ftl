# Was Warten kostet, und die Rechnungen, die folgen: je als Sätze, Diagramm und Tabelle.

chart-table = Als Tabelle

waiting-title = Was Warten kostet
waiting-lead = Was an einem anderen Tag als heute fällig ist.
waiting-nothing = In diesem Zeitraum gibt es keinen späteren Tag zum Vergleichen.
waiting-more = Wenn Sie am { $date } statt heute wechseln, sind { $amount } mehr fällig.
waiting-less = Wenn Sie am { $date } statt heute wechseln, sind { $amount } weniger fällig.
waiting-same = Warten ändert nichts an dem, was fällig ist.
waiting-stay-enough = Was übrig ist, reicht bis zum { $date }: Um zu bleiben, muss nichts nachgekauft werden.
waiting-stay-not-sold = So viele { unit }, wie bis zum { $date } fehlen werden, sind nicht zusätzlich erhältlich.
waiting-stay-more = Bleiben kostet mehr: { line-extra-units } bis zum { $date } für { $amount }.
waiting-stay-less = Bleiben kostet weniger: { line-extra-units } bis zum { $date } für { $amount }.
waiting-stay-then = Bleiben kostet heute mehr: { line-extra-units } bis zum { $date } für { $amount }. Ab dem { $then } kostet es weniger als der Wechsel.
waiting-break-even = Gleichstand
waiting-per-day = Pro Tag genutzte { unit-title }
waiting-against = Gezeigt
waiting-column-day = Wechsel am
waiting-column-use = Bis dahin genutzt
waiting-column-change = Wechseln
waiting-column-stay = Bleiben und nachkaufen
waiting-by-day = Nach Tag
waiting-by-use = Nach genutzten { unit }
waiting-line-change = Dann wechseln
waiting-line-stay = Bleiben und nachkaufen, was fehlen wird
waiting-lost = Nicht erstattet
waiting-not-sold = nicht erhältlich
waiting-look = Zu betrachtender Tag
waiting-point = { $where }: { $amount } fällig
waiting-point-stay = { $where }: { $amount } beim Wechseln, { $stay } beim Bleiben

invoices-title = Die nächsten zwölf Rechnungen
invoices-lead = Was wann berechnet wird.
invoices-nothing = Auf diese Änderung folgt keine Rechnung.
invoices-sum =
    { $invoices ->
        [one] { $amount } am { $date }.
       *[other] { $amount } in { $invoices } Rechnungen bis zum { $date }.
    }
invoices-point = { $date }: { $amount }
invoices-look = Zu betrachtende Rechnung
invoices-date = Datum
invoices-period = Für
invoices-tax = Steuer
invoices-total = Summe
invoices-balance = Aus Ihrem Guthaben
invoices-amount = Berechnet
