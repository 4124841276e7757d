# Ausgangslagen, von denen aus Besucher beginnen können.

example-make-upgrade = Core, { $operations } Operationen übrig
example-make-downgrade = Teams, mit drei Teams
example-make-annual-to-monthly = Pro für ein Jahr, zur Hälfte verbraucht
example-make-core-annual = Core für ein Jahr
example-nitro-full = Pro, alle Plätze vergeben
example-nitro-downgrade = Business, mit { $members } Mitgliedern
example-nitro-expired = Pro, vor drei Tagen abgelaufen
example-anaconda-seats = Business, mit { $seats } Plätzen
example-anaconda-annual = Starter für ein Jahr
example-anaconda-first = Noch kein Abonnement, aber ein persönliches
example-first = Noch kein Abonnement

# Was über die Firmen, deren Kataloge gezeigt werden, nicht bekannt ist.

unknown-make = Die Preise stammen aus einer gespeicherten Fassung und können sich geändert haben.
unknown-nitro = Ob verbleibende Zeit gutgeschrieben wird, ist nicht dokumentiert; es gilt die Regel des Abrechnungsdienstes.
unknown-anaconda = Die Dokumentation sagt nicht, wann eine Kündigung wirksam wird; angenommen wird das Ende des bezahlten Zeitraums. Sie sagt auch nicht, wie die Zeit entfernter Plätze verrechnet wird; es gilt die Regel des Abrechnungsdienstes.
