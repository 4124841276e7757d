# Der günstigste Weg zu so vielen Operationen oder Plätzen.

needs-title-operations = Wie viele { unit } brauchen Sie?
needs-title-seats = Wie viele Plätze brauchen Sie?
needs-lead-operations = Der günstigste Weg dorthin, zusätzliche { unit } eingerechnet.
needs-lead-seats = Der günstigste Weg dorthin.
needs-field-operations = Benötigte { unit } pro Monat
needs-field-seats = Benötigte Plätze
needs-plan = Tarif
needs-plan-any = Jeder Tarif
needs-plan-least = { $plan } oder höher
needs-for-month = Für einen Monat
needs-for-year = Für ein Jahr
needs-cheapest = Am günstigsten für einen Monat und für ein Jahr
needs-cost-month = { $amount } pro Monat
needs-cost-year = { $amount } pro Jahr
needs-extra = mit { units } zusätzlich für { price-each }
needs-runner-up = Nächstbester Weg, { $amount } teurer: { $way }
needs-choose = Auswählen
needs-choose-extra = Zusätzliche { unit } kaufen
needs-have = Das haben Sie bereits.
needs-none = Nichts, was online verkauft wird, reicht aus.
needs-prices = Listenpreise, { $tax }
