# What the customer has, and the form that describes it.

current-title = What you have
current-start-from = Start from
current-none = No subscription
current-edit = Edit what you have
current-plan = Plan
current-billing = Billing
current-seats = Seats
current-members = Members
current-teams = Teams
current-unused = Unused { unit }
current-trial = Trial until { $date }
current-individual = An individual subscription also runs
current-balance = Balance in { $currency }
current-tax = Tax
current-tax-none = None
current-tax-on-top = { $rate }, on top
current-tax-included = { $rate }, included in prices
current-today = Today
current-today-hint = Every price on this page holds for this day.
current-first-day = Day of the purchase
current-expired = Ran out on { $date }
current-before = Before the period, which begins on { $date }
current-position =
    { $total ->
        [one] { $used } of { $total } day used
       *[other] { $used } of { $total } days used
    }
current-clock =
    { $total ->
        [one] { $date }, { $used } of { $total } day used
       *[other] { $date }, { $used } of { $total } days used
    }
current-clock-expired =
    { $days ->
        [one] { $date }, { $days } day after the end
       *[other] { $date }, { $days } days after the end
    }
current-scheduled-cancel = Your subscription ends on { $date }. Until then you keep everything.
current-scheduled-plan = On { $date } your subscription changes to { $plan }.
current-scheduled-within = On { $date } your subscription to { $plan } changes.
current-scheduled-seats = On { $date } your subscription changes to { seats }.
current-withdraw = Keep my subscription as it is
current-full =
    { $seats ->
        [one] Your organisation is full: its only seat is taken. Nobody can join until you add seats or remove members.
       *[other] Your organisation is full: all { $seats } seats are taken. Nobody can join until you add seats or remove members.
    }
current-seats-taken =
    { $seats ->
        [one] { $used } of { $seats } seat taken
       *[other] { $used } of { $seats } seats taken
    }
current-units-unused =
    { $unit ->
        [operations]
            { $operations ->
                [one] { $operations } operation unused
               *[other] { $operations } operations unused
            }
       *[other] { $operations } { $unit } unused
    }
current-team = Team { $number }
