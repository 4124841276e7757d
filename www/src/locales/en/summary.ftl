# The answer to what is chosen.

summary-title = Your change
summary-due-today = Due today
summary-nothing-chosen = Choose a plan to see what it costs today.
summary-nothing-changes = This is what you have. Nothing changes, nothing is due.
summary-then = Then { price-each } from { $date }
summary-waits = Nothing is charged today. The change happens on { $date } and can be withdrawn until then.
summary-ends = Nothing is charged today. Your subscription stays active until { $date }; you can take this back until then.
summary-nothing-further = Nothing further is charged.
summary-lines = How it adds up
summary-total = Total
summary-balance-used = Paid from your balance
summary-deferred = Moved to your next invoice
summary-to-balance = Added to your balance
summary-refund = Refunded
summary-forfeited = Not given back
summary-next = Next invoice
summary-next-amount = { $amount } on { $date }
summary-next-once = With { $name } for { $amount }, once
summary-balance-after = Balance afterwards
summary-units = Your { unit } after the change
summary-lost = Not given back
summary-to-details = See the details
summary-refusal = This change is not possible
summary-mend-field = Mend the marked field to see the price.
summary-mend-current = Something in what you have does not fit together.
summary-spoken = Due today: { $amount }.
# $due is what is due today, $amount what is charged from then on.
summary-spoken-then = Due today: { $due }, then { price-each } from { $date }.

change-new = Start with { $plan }
change-cancel = Cancel { $plan }
change-renew = Renew { $plan }
change-extra = Buy extra for { $plan }
change-withdraw = Keep { $plan }
change-none = Stay with { $plan }
change-seats-added = Add seats to { $plan }
change-seats-removed = Remove seats from { $plan }
change-add-ons = Change the add-ons of { $plan }
change-tier-up = Move up in { $plan }
change-tier-down = Move down in { $plan }
change-interval =
    { $every ->
        [month]
            { $periods ->
                [1] Change { $plan } to monthly billing
               *[other] Change the billing of { $plan }
            }
        [year]
            { $periods ->
                [1] Change { $plan } to annual billing
               *[other] Change the billing of { $plan }
            }
       *[other] Change the billing of { $plan }
    }
change-upgrade = Upgrade { $plan }
change-upgrade-from = Upgrade from { $from } to { $plan }
change-downgrade = Downgrade { $plan }
change-downgrade-from = Downgrade from { $from } to { $plan }
change-other = Change to { $plan }

direction-new = New subscription
direction-upgrade = Upgrade
direction-downgrade = Downgrade
direction-cancel = Cancellation
direction-renew = Renewal
direction-none = No change
