# What a visitor sets of the demonstration.

demonstration-label = This demonstration
demonstration-role = You are
demonstration-owner = Owner
demonstration-admin = Admin
demonstration-member = Member
demonstration-restart = Start over
role-title = You see no subscription here
role-reason = Only an owner or an admin of the organisation sees and changes its subscription.
role-ask = Ask { $names }.
links-portal = Billing portal
links-individual = End your individual subscription
removal-legend = Choose who leaves the organisation
removal-note =
    { $remove ->
        [one] You have { members } and the new plan has room for { $limit }. Choose at least one.
       *[other] You have { members } and the new plan has room for { $limit }. Choose at least { $remove }.
    }
removal-chosen = { $count } chosen
removal-admin = admin
