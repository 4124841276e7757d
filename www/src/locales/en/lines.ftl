# The lines of a bill, and why each has its amount.

line-unused-time = Credit for unused time of { $plan }
line-unused-units = Credit for { units-unused }
line-future-units = Credit for { unit } still to come
line-difference = Difference for the rest of the period
line-extra-units =
    { $unit ->
        [operations]
            { $operations ->
                [one] { $operations } extra operation
               *[other] { $operations } extra operations
            }
       *[other] { $operations } extra { $unit }
    }
line-deferred-credit = Credit for unused { unit }
line-deferred-extra = Extra { unit }
line-discount = Discount { $discount }
line-discount-deferred = Discount
line-tax = { $tax }
line-tax-included = { $tax }, included
line-tax-deferred = Tax
line-credit-excess = Credit that stays yours
line-rounding = Rounding
line-other = Other

# A part of a period: $remaining of $total in the $measure that the policy counts in.
part =
    { $measure ->
        [month]
            { $total ->
                [one] { $remaining } of { $total } month
               *[other] { $remaining } of { $total } months
            }
        [hour]
            { $total ->
                [one] { $remaining } of { $total } hour
               *[other] { $remaining } of { $total } hours
            }
        [minute]
            { $total ->
                [one] { $remaining } of { $total } minute
               *[other] { $remaining } of { $total } minutes
            }
        [second]
            { $total ->
                [one] { $remaining } of { $total } second
               *[other] { $remaining } of { $total } seconds
            }
        [millisecond]
            { $total ->
                [one] { $remaining } of { $total } millisecond
               *[other] { $remaining } of { $total } milliseconds
            }
       *[day]
            { $total ->
                [one] { $remaining } of { $total } day
               *[other] { $remaining } of { $total } days
            }
    }
because-several = { $quantity } × { $amount }
because-remaining = { $amount } × { part } that remain
because-remaining-several = { $quantity } × { $amount } × { part } that remain
because-unused = { $amount } × { part } unused
because-unused-several = { $quantity } × { $amount } × { part } unused
because-paid = { $amount } paid × { part } unused
because-share = × its share: { $amount } of the { $whole } that a period costs
because-difference = { $new } − { $old }, × { part } that remain
because-units = { $amount } × { $operations } ÷ { $allowance }
because-future-units =
    { $months ->
        [one] { $amount } × { $operations } ÷ { $allowance }, for { $months } month to come
       *[other] { $amount } × { $operations } ÷ { $allowance }, for { $months } months to come
    }
because-surcharge = { $amount } × { $operations } ÷ { $allowance }, plus { $surcharge }
because-percent = { $percent } of { $amount }
because-credit-excess = The credit is { $amount }, the bill { $limit }
because-rounding = The exact total is { $amount }
because-deferred = Agreed earlier, collected now
because-band = { $quantity } × { $price } = { $amount }
because-exact = exactly { $amount }, rounded
because-cap-bill = worth { $amount }, limited to the bill of { $limit }
because-cap-total = worth { $amount }, limited to the total of { $limit }
because-cap-paid = worth { $amount }, limited to the { $limit } that was paid
