# What stands beside a price.

prices-before-tax = before tax
prices-plus-tax = plus tax
prices-with-tax = tax included
price-each =
    { $every ->
        [day]
            { $periods ->
                [1] { $amount } a day
               *[other] { $amount } every { $periods } days
            }
        [week]
            { $periods ->
                [1] { $amount } a week
               *[other] { $amount } every { $periods } weeks
            }
        [year]
            { $periods ->
                [1] { $amount } a year
               *[other] { $amount } every { $periods } years
            }
       *[month]
            { $periods ->
                [1] { $amount } a month
               *[other] { $amount } every { $periods } months
            }
    }
price-each-seat = { price-each } per seat
