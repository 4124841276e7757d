# Was Besucher an der Demonstration einstellen.

demonstration-label = Diese Demonstration
demonstration-role = Sie sind
demonstration-owner = Inhaber
demonstration-admin = Administrator
demonstration-member = Mitglied
demonstration-restart = Von vorn beginnen
role-title = Sie sehen hier kein Abonnement
role-reason = Nur Inhaber und Administratoren der Organisation sehen und ändern deren Abonnement.
role-ask = Fragen Sie { $names }.
links-portal = Abrechnungsportal
links-individual = Ihr persönliches Abonnement beenden
removal-legend = Wählen Sie, wer die Organisation verlässt
removal-note =
    { $remove ->
        [one] Sie haben { members }, und der neue Tarif bietet Platz für { $limit }. Wählen Sie mindestens eines aus.
       *[other] Sie haben { members }, und der neue Tarif bietet Platz für { $limit }. Wählen Sie mindestens { $remove } aus.
    }
removal-chosen = { $count } ausgewählt
removal-admin = Administrator
