# What is counted, and how often. These stand within other texts.
# $unit is the catalog's own word for what it meters; the usual one is said in the page's language.
# $every is the unit of an interval (day, week, month or year) and $periods how many of them it has.

unit =
    { $unit ->
        [operations] operations
       *[other] { $unit }
    }
unit-title =
    { $unit ->
        [operations] Operations
       *[other] { $unit }
    }
units =
    { $unit ->
        [operations]
            { $operations ->
                [one] { $operations } operation
               *[other] { $operations } operations
            }
       *[other] { $operations } { $unit }
    }
units-unused =
    { $unit ->
        [operations]
            { $operations ->
                [one] { $operations } unused operation
               *[other] { $operations } unused operations
            }
       *[other] { $operations } unused { $unit }
    }
units-each =
    { $every ->
        [day]
            { $periods ->
                [1] { units } a day
               *[other] { units } every { $periods } days
            }
        [week]
            { $periods ->
                [1] { units } a week
               *[other] { units } every { $periods } weeks
            }
        [year]
            { $periods ->
                [1] { units } a year
               *[other] { units } every { $periods } years
            }
       *[month]
            { $periods ->
                [1] { units } a month
               *[other] { units } every { $periods } months
            }
    }
seats =
    { $seats ->
        [one] { $seats } seat
       *[other] { $seats } seats
    }
members =
    { $members ->
        [one] { $members } member
       *[other] { $members } members
    }
interval-name =
    { $every ->
        [day]
            { $periods ->
                [1] Daily
               *[other] Every { $periods } days
            }
        [week]
            { $periods ->
                [1] Weekly
               *[other] Every { $periods } weeks
            }
        [year]
            { $periods ->
                [1] Annual
               *[other] Every { $periods } years
            }
       *[month]
            { $periods ->
                [1] Monthly
               *[other] Every { $periods } months
            }
    }

# The buttons beside a number.

field-less = { $label }: −{ $step }
field-more = { $label }: +{ $step }
