# Was nicht stimmt, neben dem Feld oder anstelle eines Preises.

problem-not-a-number = Geben Sie eine ganze Zahl ein.
problem-amount = Geben Sie einen Betrag wie { $whole } oder { $decimal } ein.
problem-seats-above =
    { $seats ->
        [one] Dieser Tarif erlaubt höchstens { $seats } Platz.
       *[other] Dieser Tarif erlaubt höchstens { $seats } Plätze.
    }
problem-seats-below =
    { $seats ->
        [one] Dieser Tarif verlangt mindestens { $seats } Platz.
       *[other] Dieser Tarif verlangt mindestens { $seats } Plätze.
    }
problem-above-maximum = In diesem Zeitraum sind nur noch { $left } erhältlich.
problem-not-a-bundle = Nur in Paketen zu { $bundle } erhältlich.
problem-below-minimum = Der Betrag von { $amount } liegt unter dem kleinsten, der berechnet werden kann: { $minimum }.
problem-not-offered =
    { $path ->
        [effective] Zu diesem Zeitpunkt ist die Änderung nicht möglich.
        [period] Dieser Zeitraum wird für die Änderung nicht angeboten.
        [seats] Dieser Tarif wird nicht nach Plätzen verkauft.
        [extraOperations] Hier kann nichts nachgekauft werden.
       *[other] Das wird nicht angeboten.
    }
problem-not-for-sale = Nicht online erhältlich.
problem-nothing-scheduled = Es ist keine Änderung vorgemerkt, die zurückgenommen werden könnte.
problem-no-subscription = Dafür ist ein Abonnement nötig.
problem-not-expired = Ihr Abonnement ist noch nicht abgelaufen.
problem-outside-period = Dieser Tag liegt außerhalb des Zeitraums.
problem-out-of-range = Diese Zahl ist zu groß.
problem-too-large = Das ist zu groß.
problem-too-deep = Das ist zu tief verschachtelt.
problem-unknown-key = Ein Feld mit diesem Namen gibt es nicht.
problem-missing = Diese Angabe fehlt.
problem-wrong-type = Diese Angabe ist nicht von der Art, die hier erwartet wird.
problem-unknown-word = Dieses Wort gehört nicht zu denen, die hier erwartet werden.
problem-empty = Diese Angabe darf nicht leer sein.
problem-conflict = Das widerspricht einer anderen Angabe.
problem-invalid-timestamp = Geben Sie ein Datum ein.
problem-invalid-interval = Geben Sie einen Zeitraum wie einen Monat an.
problem-invalid-bands = Jede Staffel muss weiter reichen als die vorige, und die letzte hat kein Ende.
problem-duplicate-id = Diese Kennung kommt zweimal vor.
problem-duplicate-price = Dieser Preis kommt zweimal vor.
problem-ambiguous-price = Mehrere Preise passen; nennen Sie den gemeinten.
problem-unknown-currency = Eine Währung mit diesem Kürzel gibt es nicht.
problem-unknown-preset = Regeln mit diesem Namen gibt es nicht.
problem-unknown-plan = Diesen Tarif gibt es nicht.
problem-unknown-interval = Dieser Tarif wird für diesen Zeitraum nicht verkauft.
problem-unknown-tier = Dieser Tarif wird mit diesem Kontingent nicht verkauft.
problem-unknown-price = Diesen Preis gibt es nicht.
problem-unknown-add-on = Diesen Zusatz gibt es nicht.
problem-unknown-discount = Diesen Rabatt gibt es nicht.
problem-unknown-team = Dieses Team gibt es nicht.
problem-period-reversed = Der Zeitraum endet, bevor er beginnt.
problem-zero-length-period = Der Zeitraum endet, wenn er beginnt.
problem-offset-required = Diese Zeitangabe braucht ihren Abstand zu UTC.
problem-allowance-zero = Ohne Kontingent hat Ungenutztes keinen Wert.
problem-stale = Der Preis ist nicht mehr aktuell; er muss neu berechnet werden.
problem-future = Der Preis gilt für einen Zeitpunkt, der noch kommt.
problem-unanswered = Eine Angabe steht noch aus.
problem-load-failed = Was heute fällig ist, lässt sich gerade nicht berechnen.
problem-unknown-zone = Diese Zeitzone gibt es nicht.
problem-other = Das ist nicht möglich: { $message }
