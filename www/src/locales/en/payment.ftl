# Ways to pay: simulated, and marked so.

payment-legend = Way to pay
payment-simulated = Simulated: no card is asked for and nothing is charged. Choose what should happen.
payment-card-accepted = Test card that is accepted
payment-card-slow = Test card that takes a while
payment-card-declined = Test card that is declined
payment-on-file = used before
payment-missing = Choose a way to pay.
payment-portal = Cards and invoices in the billing portal
