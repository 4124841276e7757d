# What is wrong, beside the field or in place of a price.

problem-not-a-number = Enter a whole number.
problem-amount = Enter an amount such as { $whole } or { $decimal }.
problem-seats-above =
    { $seats ->
        [one] This plan allows at most { $seats } seat.
       *[other] This plan allows at most { $seats } seats.
    }
problem-seats-below =
    { $seats ->
        [one] This plan needs at least { $seats } seat.
       *[other] This plan needs at least { $seats } seats.
    }
problem-above-maximum = Only { $left } more can be bought in this period.
problem-not-a-bundle = Sold in bundles of { $bundle }.
problem-below-minimum = The amount of { $amount } is below the least that can be charged, { $minimum }.
# $path is the part of the change that is refused.
problem-not-offered =
    { $path ->
        [effective] The change cannot happen at this moment.
        [period] This period is not offered for the change.
        [seats] This plan is not sold by seats.
        [extraOperations] Nothing extra is sold here.
       *[other] This is not on offer.
    }
problem-not-for-sale = This is not sold online.
problem-nothing-scheduled = No change is planned that could be taken back.
problem-no-subscription = This needs a subscription.
problem-not-expired = Your subscription has not run out yet.
problem-outside-period = This day lies outside the period.
problem-out-of-range = This number is too large.
problem-too-large = This is too large.
problem-too-deep = This is nested too deeply.
problem-unknown-key = There is no field of this name.
problem-missing = This is missing.
problem-wrong-type = This is not of the kind that is expected here.
problem-unknown-word = This is not one of the words that are expected here.
problem-empty = This must not be empty.
problem-conflict = This contradicts something else that is stated.
problem-invalid-timestamp = Enter a date.
problem-invalid-interval = Enter an interval such as a month.
problem-invalid-bands = Each band must reach further than the one before, and the last one has no end.
problem-duplicate-id = This id stands twice.
problem-duplicate-price = This price stands twice.
problem-ambiguous-price = Several prices fit; name the one that is meant.
problem-unknown-currency = There is no currency of this code.
problem-unknown-preset = There are no rules of this name.
problem-unknown-plan = There is no such plan.
problem-unknown-interval = This plan is not sold for this interval.
problem-unknown-tier = This plan is not sold with this allowance.
problem-unknown-price = There is no such price.
problem-unknown-add-on = There is no such add-on.
problem-unknown-discount = There is no such discount.
problem-unknown-team = There is no such team.
problem-period-reversed = The period ends before it begins.
problem-zero-length-period = The period ends when it begins.
problem-offset-required = This time needs its offset from UTC.
problem-allowance-zero = Without an allowance, what is unused has no value.
problem-stale = The price is no longer up to date; it has to be computed again.
problem-future = The price is of a time that is still to come.
problem-unanswered = Something is still to be answered.
problem-load-failed = What is due today cannot be computed right now.
problem-unknown-zone = There is no such time zone.
problem-other = This is not possible: { $message }
