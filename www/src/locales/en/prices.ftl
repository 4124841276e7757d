# What stands beside a price.

prices-before-tax = before tax
prices-plus-tax = plus tax
prices-with-tax = tax included
