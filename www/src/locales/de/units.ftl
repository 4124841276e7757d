# Was gezählt wird und wie oft.

unit =
    { $unit ->
        [operations] Operationen
       *[other] { $unit }
    }
unit-title =
    { $unit ->
        [operations] Operationen
       *[other] { $unit }
    }
units =
    { $unit ->
        [operations]
            { $operations ->
                [one] { $operations } Operation
               *[other] { $operations } Operationen
            }
       *[other] { $operations } { $unit }
    }
# Nach „für“, „aus“ und allein stehend gleich.
units-unused =
    { $unit ->
        [operations]
            { $operations ->
                [one] { $operations } ungenutzte Operation
               *[other] { $operations } ungenutzte Operationen
            }
       *[other] { $operations } { $unit } (ungenutzt)
    }
units-each =
    { $every ->
        [day]
            { $periods ->
                [1] { units } pro Tag
               *[other] { units } alle { $periods } Tage
            }
        [week]
            { $periods ->
                [1] { units } pro Woche
               *[other] { units } alle { $periods } Wochen
            }
        [year]
            { $periods ->
                [1] { units } pro Jahr
               *[other] { units } alle { $periods } Jahre
            }
       *[month]
            { $periods ->
                [1] { units } pro Monat
               *[other] { units } alle { $periods } Monate
            }
    }
seats =
    { $seats ->
        [one] { $seats } Platz
       *[other] { $seats } Plätze
    }
members =
    { $members ->
        [one] { $members } Mitglied
       *[other] { $members } Mitglieder
    }
interval-name =
    { $every ->
        [day]
            { $periods ->
                [1] Täglich
               *[other] Alle { $periods } Tage
            }
        [week]
            { $periods ->
                [1] Wöchentlich
               *[other] Alle { $periods } Wochen
            }
        [year]
            { $periods ->
                [1] Jährlich
               *[other] Alle { $periods } Jahre
            }
       *[month]
            { $periods ->
                [1] Monatlich
               *[other] Alle { $periods } Monate
            }
    }

# Die Schaltflächen neben einer Zahl.

field-less = { $label }: −{ $step }
field-more = { $label }: +{ $step }
