# Situations from which a visitor can start.

example-make-upgrade = Core, with { $operations } operations left
example-make-downgrade = Teams, with three teams
example-make-annual-to-monthly = Pro for a year, half of it left
example-make-core-annual = Core for a year
example-nitro-full = Pro, every seat taken
example-nitro-downgrade = Business, with { $members } members
example-nitro-expired = Pro, run out three days ago
example-anaconda-seats = Business, with { $seats } seats
example-anaconda-annual = Starter for a year
example-anaconda-first = No subscription yet, but an individual one
example-first = No subscription yet

# What is not known of the companies whose catalogs are shown.

unknown-make = Prices are those of a stored copy and may have changed.
unknown-nitro = Whether the time that is left is credited is not documented; the rule of the billing provider is used.
unknown-anaconda = The documentation does not say when a cancellation takes effect; the end of the paid period is assumed. It does not say how the time of removed seats is settled; the rule of the billing provider is used.
