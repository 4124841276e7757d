# Was Warten kostet, und die Rechnungen, die folgen: je als Sätze, Diagramm und Tabelle.

chart-table = Als Tabelle

waiting-title = Was Warten kostet
waiting-lead = Was an einem anderen Tag als heute fällig ist.
waiting-nothing = In diesem Zeitraum gibt es keinen späteren Tag zum Vergleichen.
waiting-more = Wenn Sie am { $date } statt heute wechseln, sind { $amount } mehr fällig.
waiting-less = Wenn Sie am { $date } statt heute wechseln, sind { $amount } weniger fällig.
waiting-same = Warten ändert nichts an dem, was fällig ist.
waiting-break-even-on = Ab dem { $date } kostet es so viel oder mehr, die fehlenden { unit } nachzukaufen, als heute zu wechseln.
waiting-extra-until = Die bis zum { $date } fehlenden { unit } nachzukaufen kostet { $amount }, weniger als heute zu wechseln.
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
waiting-line-extra = Bleiben und Fehlendes nachkaufen
waiting-lost = Nicht erstattet
waiting-not-sold = nicht erhältlich
waiting-look = Zu betrachtender Tag
waiting-point = { $where }: { $amount } fällig
waiting-point-extra = { $where }: { $amount } beim Wechseln, { $extra } beim Bleiben

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
