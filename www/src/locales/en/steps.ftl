# The steps from review to confirmation. $amount and $date are formatted.

steps-label = Steps
step-review = Review
step-billing = Billing
step-payment = Payment
step-confirm = Confirm
step-billing-title = Who is billed?
step-payment-title = How do you pay?
step-confirm-title = Confirm your change
step-continue = Continue
step-back = Back
step-edit-billing = Change billing details
step-edit-payment = Change the way to pay
step-confirming = Confirming…
step-billed-to = Billed to
step-pays-with = Paid with
step-renews = Renews on { $date } with { $amount }, and so on until you cancel.
step-ends = Ends on { $date }. It does not renew.
step-how-to-cancel = Cancel at any time under “{ ending-title }” on this page; it then stays active until its period ends.
step-withdraw = Until then you can take this back on this page.
