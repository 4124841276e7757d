# Die Antwort auf das, was gewählt ist.

summary-title = Ihre Änderung
summary-due-today = Heute fällig
summary-nothing-chosen = Wählen Sie einen Tarif, um zu sehen, was er heute kostet.
summary-nothing-changes = Das haben Sie bereits. Nichts ändert sich, nichts ist fällig.
summary-then = Danach { price-each } ab dem { $date }
summary-waits = Heute wird nichts berechnet. Die Änderung tritt am { $date } ein und kann bis dahin zurückgenommen werden.
summary-ends = Heute wird nichts berechnet. Ihr Abonnement bleibt bis zum { $date } aktiv; bis dahin können Sie die Kündigung zurücknehmen.
summary-nothing-further = Darüber hinaus wird nichts berechnet.
summary-lines = So setzt es sich zusammen
summary-total = Summe
summary-balance-used = Aus Ihrem Guthaben bezahlt
summary-deferred = Auf Ihre nächste Rechnung übertragen
summary-to-balance = Ihrem Guthaben hinzugefügt
summary-refund = Erstattet
summary-forfeited = Nicht erstattet
summary-next = Nächste Rechnung
summary-next-amount = { $amount } am { $date }
summary-next-once = Mit { $name } für { $amount }, einmalig
summary-balance-after = Guthaben danach
summary-units = Ihre { unit } nach der Änderung
summary-lost = Nicht erstattet
summary-to-details = Einzelheiten
summary-refusal = Diese Änderung ist nicht möglich
summary-mend-field = Berichtigen Sie das markierte Feld, um den Preis zu sehen.
summary-mend-current = Die Angaben zu Ihrem Abonnement passen nicht zusammen.
summary-spoken = Heute fällig: { $amount }.
summary-spoken-then = Heute fällig: { $due }, danach { price-each } ab dem { $date }.

change-new = Mit { $plan } beginnen
change-cancel = { $plan } kündigen
change-renew = { $plan } verlängern
change-extra = Für { $plan } nachkaufen
change-withdraw = { $plan } behalten
change-none = Bei { $plan } bleiben
change-seats-added = Plätze zu { $plan } hinzufügen
change-seats-removed = Plätze aus { $plan } entfernen
change-add-ons = Zusätze von { $plan } ändern
change-tier-up = Höhere Stufe in { $plan }
change-tier-down = Niedrigere Stufe in { $plan }
change-interval =
    { $every ->
        [month]
            { $periods ->
                [1] { $plan } auf monatliche Abrechnung umstellen
               *[other] Die Abrechnung von { $plan } umstellen
            }
        [year]
            { $periods ->
                [1] { $plan } auf jährliche Abrechnung umstellen
               *[other] Die Abrechnung von { $plan } umstellen
            }
       *[other] Die Abrechnung von { $plan } umstellen
    }
change-upgrade = Upgrade von { $plan }
change-upgrade-from = Upgrade von { $from } auf { $plan }
change-downgrade = Downgrade von { $plan }
change-downgrade-from = Downgrade von { $from } auf { $plan }
change-other = Wechsel zu { $plan }

direction-new = Neues Abonnement
direction-upgrade = Upgrade
direction-downgrade = Downgrade
direction-cancel = Kündigung
direction-renew = Verlängerung
direction-none = Keine Änderung
