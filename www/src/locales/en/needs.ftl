# The cheapest way to have so many operations or seats. Amounts and counts are formatted.

needs-title-operations = How many { unit } do you need?
needs-title-seats = How many seats do you need?
needs-lead-operations = The cheapest way to have them, extra { unit } included.
needs-lead-seats = The cheapest way to have them.
needs-field-operations = { unit-title } needed a month
needs-field-seats = Seats needed
needs-plan = Plan
needs-plan-any = Any plan
needs-plan-least = { $plan } or higher
needs-for-month = For a month
needs-for-year = For a year
needs-cheapest = Cheapest for a month and for a year
needs-cost-month = { $amount } a month
needs-cost-year = { $amount } a year
needs-extra = with { line-extra-units } for { price-each }
needs-runner-up = Next best for { $amount } more: { $way }
needs-choose = Choose this
needs-choose-extra = Buy the extra { unit }
needs-have = This is what you have.
needs-none = Nothing that is sold online is enough.
needs-prices = List prices, { $tax }
