# The review before a change, its questions and its buttons.

review-title = Review the change
review-title-cancel = Cancel your subscription?
review-caption = What you have and what you get
review-now = Now
review-after = After the change
review-changes = (changes)
review-plan = Plan
review-amount = Price
review-per-month = Per month
review-per-year = Per year
review-interval = Billing
review-seats = Seats
review-teams = Teams
review-period-end = Period ends
review-nothing = –
review-no-plan = No subscription
review-any-teams = Any number
review-close = Close
review-keep = Keep my subscription
review-blocked = Still to do before you can confirm:
review-choose-teams =
    { $teams ->
        [one] Choose the team to keep, of your { $of }
       *[other] Choose the { $teams } teams to keep, of your { $of }
    }
review-choose-teams-note = The other teams are no longer part of your organisation.
review-remove-members = Members to remove
review-remove-members-note = You have { members } and the new plan has room for { $limit }. Remove at least { $remove }.

acknowledge-downgrade = I understand that this is a downgrade and what changes with it.
acknowledge-forfeit = I understand that { $amount } is not given back.
acknowledge-forfeit-some = I understand that some of what I paid for is not given back.
acknowledge-billing = I understand that my payment method is charged { $amount } when I confirm.
acknowledge-cancel = I understand that my subscription ends on { $date }.
acknowledge-other = I understand and agree.

missing-teams =
    { $teams ->
        [one] Choose the team to keep.
       *[other] Choose { $teams } teams to keep.
    }
missing-members =
    { $members ->
        [one] Remove one member.
       *[other] Remove { $members } members.
    }
missing-downgrade = Confirm that you understand the downgrade.
missing-forfeit = Confirm that you understand what is not given back.
missing-billing = Confirm that you understand when you are charged.
missing-cancel = Confirm that you understand when your subscription ends.
missing-acknowledgement = Confirm the statement above.
missing-other = This change needs something that this page cannot ask for yet.

button-pay = Pay { $amount }
button-review-pay = Review and pay { $amount }
button-review = Review the change
button-confirm = Confirm the change
button-schedule = Change on { $date }
button-cancel = Cancel subscription
button-withdraw = Keep my subscription
