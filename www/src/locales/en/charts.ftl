# What waiting costs, and the invoices that follow, each as sentences, a chart and a table.

chart-table = As a table

waiting-title = What waiting costs
waiting-lead = What is due on another day than today.
waiting-nothing = There is no later day in this period to compare with.
waiting-more = If you change on { $date } instead of today, { $amount } more is due.
waiting-less = If you change on { $date } instead of today, { $amount } less is due.
waiting-same = Waiting changes nothing of what is due.
# Staying means: buying the $operations that will be missing until $date, for $amount.
waiting-stay-enough = What is left lasts until { $date }: to stay, nothing has to be bought.
waiting-stay-not-sold = So many { unit } as will be missing until { $date } are not sold on top.
waiting-stay-more = Staying costs more: { line-extra-units } until { $date } for { $amount }.
waiting-stay-less = Staying costs less: { line-extra-units } until { $date } for { $amount }.
waiting-stay-then = Staying costs more today: { line-extra-units } until { $date } for { $amount }. From { $then } on it costs less than changing.
waiting-break-even = Break-even
waiting-per-day = { unit-title } used a day
waiting-against = Shown
waiting-column-day = Changed on
waiting-column-use = Used by then
waiting-column-change = Change
waiting-column-stay = Stay and buy
waiting-by-day = By day
waiting-by-use = By { unit } used
waiting-line-change = Change then
waiting-line-stay = Stay, and buy what will be missing
waiting-lost = Not given back
waiting-not-sold = not sold
waiting-look = Day to look at
waiting-point = { $where }: { $amount } due
waiting-point-stay = { $where }: { $amount } to change, { $stay } to stay

invoices-title = The next twelve invoices
invoices-lead = What will be charged, and when.
invoices-nothing = No invoice follows this change.
invoices-sum =
    { $invoices ->
        [one] { $amount } on { $date }.
       *[other] { $amount } in { $invoices } invoices until { $date }.
    }
invoices-point = { $date }: { $amount }
invoices-look = Invoice to look at
invoices-date = Date
invoices-period = For
invoices-tax = Tax
invoices-total = Total
invoices-balance = From your balance
invoices-amount = Charged
