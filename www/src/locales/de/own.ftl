# Der eigene Katalog, und der Code, der berechnet, was gezeigt wird.

own-shop = Eigener
own-title = Ihr eigener Katalog
own-lead = Fügen Sie einen Katalog und ein Abonnement ein, legen Sie sie ab oder tippen Sie sie. Was gültig ist, bestimmt diese Seite; nichts verlässt Ihren Browser.
own-open = Datei öffnen
own-document = Dokument
own-catalog = Katalog
own-subscription = Abonnement
own-holds = Beide Dokumente sind gültig. Die Seite zeigt sie.
own-problems =
    { $problems ->
        [one] { $problems } Problem. Die Seite zeigt weiter die letzten gültigen Dokumente.
       *[other] { $problems } Probleme. Die Seite zeigt weiter die letzten gültigen Dokumente.
    }
own-place = { $document }, Zeile { $line }, Spalte { $column }
own-too-large = Dieses Dokument ist zu groß: höchstens { $letters } Zeichen.
own-syntax = Das ist kein gültiges JSON.
own-syntax-name = Hier wird ein Name in Anführungszeichen erwartet.
own-syntax-value = Hier wird ein Wert erwartet.
own-syntax-colon = Hier wird ein Doppelpunkt erwartet.
own-syntax-comma = Hier wird ein Komma erwartet.
own-syntax-brace = Hier wird eine schließende geschweifte Klammer erwartet.
own-syntax-bracket = Hier wird eine schließende eckige Klammer erwartet.
own-syntax-end = Hier wird nichts mehr erwartet.

code-title = Der Code hinter dieser Vorschau
code-lead = Ein Programm, das dasselbe berechnet, wo immer das Paket installiert ist.
code-hint = Vollständig und lauffähig, mit den Dokumenten dieser Seite.
copy-copy = Kopieren
copy-forbidden = Kopieren nicht erlaubt
