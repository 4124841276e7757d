# Why the host did not confirm. $before and $after are formatted amounts.

refusal-amount-changed = The amount is not the one that was shown. Nothing was charged.
refusal-catalog-changed = The prices have changed since this page was opened. Nothing was charged.
refusal-subscription-changed = The subscription was changed in the meantime, perhaps in another tab. Nothing was charged.
refusal-snapshot-expired = The price was made too long ago, so it was made again. Nothing was charged.
refusal-look-again = What you entered is still here. Look at the amount again before you confirm.
refusal-due = Due today: { $before } before, { $after } now.
refusal-same = The amount is the same as before.
refusal-already-confirmed = This was confirmed already, and nothing was charged twice.
refusal-already-confirmed-number = This was confirmed already with receipt { $number }, and nothing was charged twice.
refusal-in-progress = Another confirmation of this subscription is being carried out. Try again in a moment.
refusal-role = Only an owner or an admin of the organisation may change its subscription.
refusal-unanswered = Something that this change asks for is still open.
refusal-billing = The billing details are not complete.
refusal-payment-declined = The payment was declined. Nothing was charged and nothing has changed. Choose another way to pay.
refusal-not-possible = This change is not possible any more.
refusal-not-understood = The server did not understand the request. Nothing was charged.
refusal-too-many = There were too many attempts. Try again in a minute.
refusal-unreachable = The server does not answer. Try again: whatever happens, it is confirmed and charged once.
refusal-failed = Something went wrong on the server. Try again: whatever happens, it is confirmed and charged once.
