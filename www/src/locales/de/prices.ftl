# Was neben einem Preis steht.

prices-before-tax = vor Steuern
prices-plus-tax = zzgl. Steuern
prices-with-tax = inkl. Steuern
price-each =
    { $every ->
        [day]
            { $periods ->
                [1] { $amount } pro Tag
               *[other] { $amount } alle { $periods } Tage
            }
        [week]
            { $periods ->
                [1] { $amount } pro Woche
               *[other] { $amount } alle { $periods } Wochen
            }
        [year]
            { $periods ->
                [1] { $amount } pro Jahr
               *[other] { $amount } alle { $periods } Jahre
            }
       *[month]
            { $periods ->
                [1] { $amount } pro Monat
               *[other] { $amount } alle { $periods } Monate
            }
    }
price-each-seat = { price-each } und Platz
