# What helps to decide, below the plans.

closer-title = Look closer
