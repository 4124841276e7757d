# Choosing a plan, buying extra operations, ending and renewing.

choosing-title = Choose a plan
choosing-billing = Billing
choosing-tier = { unit-title } a month
choosing-seats = Seats
choosing-plans = Plans
choosing-current = Current plan
choosing-due = Due today
choosing-unsold = Not sold online
choosing-billed-yearly = { $amount } billed once a year
choosing-saves = Saves { $amount } a year ({ $share })
choosing-teams =
    { $teams ->
        [one] { $teams } team
       *[other] { $teams } teams
    }
choosing-any-teams = Any number of teams
choosing-seats-most =
    { $seats ->
        [one] Up to { $seats } seat
       *[other] Up to { $seats } seats
    }
choosing-any-seats = Any number of seats
choosing-lost = { $amount } not given back
choosing-to-balance = { $amount } to your balance
choosing-free = Free
choosing-nothing = Nothing changes

extra-title = Extra { unit }
extra-field = Extra { unit } to buy
extra-offer = Keep your plan and buy more for this period: { units } for { $amount }.
extra-left =
    { $unit ->
        [operations]
            { $operations ->
                [one] { $operations } more operation can be bought in this period.
               *[other] { $operations } more operations can be bought in this period.
            }
       *[other] { $operations } more { $unit } can be bought in this period.
    }
extra-or-move-up = Or move up to { units-each }: { $amount } due today.

ending-title = End your subscription
ending-lead = You see what happens and when before anything is final.
ending-cancel = Cancel subscription
ending-renew-title = Renew
ending-renew-lead = Your subscription ran out on { $date }. Renew it to go on.
ending-renew = Renew subscription
