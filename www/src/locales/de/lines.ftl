# Die Posten einer Rechnung, und warum jeder seinen Betrag hat.

line-unused-time = Gutschrift für ungenutzte Zeit in { $plan }
line-unused-units = Gutschrift für { units-unused }
line-future-units = Gutschrift für noch ausstehende { unit }
line-difference = Differenz für den Rest des Zeitraums
line-extra-units =
    { $unit ->
        [operations]
            { $operations ->
                [one] { $operations } zusätzliche Operation
               *[other] { $operations } zusätzliche Operationen
            }
       *[other] { $operations } { $unit } (zusätzlich)
    }
line-deferred-credit = Gutschrift für ungenutzte { unit }
line-deferred-extra = Zusätzliche { unit }
line-discount = Rabatt { $discount }
line-discount-deferred = Rabatt
line-tax = { $tax }
line-tax-included = { $tax }, enthalten
line-tax-deferred = Steuer
line-credit-excess = Gutschrift, die Ihnen bleibt
line-rounding = Rundung
line-other = Sonstiges

part =
    { $measure ->
        [month]
            { $total ->
                [one] { $remaining } von { $total } Monat
               *[other] { $remaining } von { $total } Monaten
            }
        [hour]
            { $total ->
                [one] { $remaining } von { $total } Stunde
               *[other] { $remaining } von { $total } Stunden
            }
        [minute]
            { $total ->
                [one] { $remaining } von { $total } Minute
               *[other] { $remaining } von { $total } Minuten
            }
        [second]
            { $total ->
                [one] { $remaining } von { $total } Sekunde
               *[other] { $remaining } von { $total } Sekunden
            }
        [millisecond]
            { $total ->
                [one] { $remaining } von { $total } Millisekunde
               *[other] { $remaining } von { $total } Millisekunden
            }
       *[day]
            { $total ->
                [one] { $remaining } von { $total } Tag
               *[other] { $remaining } von { $total } Tagen
            }
    }
because-several = { $quantity } × { $amount }
because-remaining = anteilig: { $amount } × { part }, die verbleiben
because-remaining-several = anteilig: { $quantity } × { $amount } × { part }, die verbleiben
because-unused = anteilig: { $amount } × { part }, die ungenutzt sind
because-unused-several = anteilig: { $quantity } × { $amount } × { part }, die ungenutzt sind
because-paid = { $amount } bezahlt × { part }, die ungenutzt sind
because-share = × Anteil: { $amount } von { $whole }, die ein Zeitraum kostet
because-difference = { $new } − { $old }, anteilig × { part }, die verbleiben
because-units = { $amount } × { $operations } ÷ { $allowance }
because-future-units =
    { $months ->
        [one] { $amount } × { $operations } ÷ { $allowance }, für { $months } ausstehenden Monat
       *[other] { $amount } × { $operations } ÷ { $allowance }, für { $months } ausstehende Monate
    }
because-surcharge = { $amount } × { $operations } ÷ { $allowance }, zuzüglich { $surcharge }
because-percent = { $percent } von { $amount }
because-credit-excess = Die Gutschrift beträgt { $amount }, die Rechnung { $limit }
because-rounding = Die genaue Summe ist { $amount }
because-deferred = Früher vereinbart, jetzt abgerechnet
because-band = { $quantity } × { $price } = { $amount }
because-exact = genau { $amount }, gerundet
because-cap-bill = { $amount } wert, begrenzt auf die Rechnung von { $limit }
because-cap-total = { $amount } wert, begrenzt auf die Summe von { $limit }
because-cap-paid = { $amount } wert, begrenzt auf die bezahlten { $limit }
