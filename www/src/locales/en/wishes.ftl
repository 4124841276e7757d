# What is added to a plan. $amount is formatted.

add-ons-title = Add-ons
add-ons-note = They are billed with the plan.
add-on-once = { $amount } once
add-on-metered = { $amount } each, billed as used
code-label = Promotion code
code-apply = Apply
code-unknown = There is no such promotion code.
code-applied = Promotion code { $code } is applied.
code-remove = Remove
code-example = This demonstration knows { $code }.
