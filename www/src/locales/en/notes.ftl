# What to know before a change is confirmed: the operations after it, what is lost, and warnings.

units-allowance = Granted by the plan
units-transferred = Moved along
units-remaining = Left in this period
units-bought = Bought on top
units-available = Available
units-converted =
    { $unit ->
        [operations]
            { $operations ->
                [one] { $operations } unused operation becomes credit.
               *[other] { $operations } unused operations become credit.
            }
       *[other] { $operations } unused { $unit } become credit.
    }
units-forfeited =
    { $unit ->
        [operations]
            { $operations ->
                [one] { $operations } unused operation is given up.
               *[other] { $operations } unused operations are given up.
            }
       *[other] { $operations } unused { $unit } are given up.
    }
units-expire = Moved and extra { unit } expire on { $date }.
units-reset = Granted anew on { $date }.

loss-credit-above-bill = { $amount } of your credit of { $credit } is above the bill and is not paid out.
loss-future-units =
    { $unit ->
        [operations]
            { $operations ->
                [one] { $amount } paid ahead for { $operations } operation that was still to come.
               *[other] { $amount } paid ahead for { $operations } operations that were still to come.
            }
       *[other] { $amount } paid ahead for { $operations } { $unit } that were still to come.
    }
loss-unused-units = { units-unused }, worth { $amount }.
loss-unused-time = { $amount } for { part } not used.
loss-negative-total = { $amount } of credit that is left over.
loss-other = Some of the value that is left.

warning-duplicate-billing = Your individual subscription goes on beside this one and is billed too. Cancel it if you no longer need it.
warning-units-above-limit = You used { units } in this period; the new plan grants { $limit }.
warning-annual-to-shorter = A year of unused { unit } is worth { $credit }, but the bill is only { $bill }.
warning-scheduled-stands = The change to { $plan } on { $date } still stands.
warning-scheduled-replaced = This replaces the change to { $plan } that you had planned.
warning-end-stands = Your cancellation stands: your subscription ends on { $date }.
warning-end-replaced = This replaces the cancellation that you had planned.
warning-other = There is more to know about this change; please ask before you confirm.

deactivation =
    { $members ->
        [one] On { $date } one member is deactivated. The owner stays, and a renewal brings the member back.
       *[other] On { $date } { $members } members are deactivated. The owner stays, and a renewal brings everybody back.
    }
