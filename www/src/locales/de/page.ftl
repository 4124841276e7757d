# Der Rahmen: was über, unter und neben allem anderen steht.

page-name = prorata
page-language = Sprache
page-language-failed = Diese Sprache konnte nicht geladen werden.
page-organisation = Organisation
page-title-change = Abonnement ändern
page-title-first = Abonnement auswählen
page-lead = Sehen Sie, was eine Änderung heute kostet, bevor Sie sie bestätigen.
page-loading = Die Preise werden vorbereitet.
page-load-failed = Was heute fällig ist, lässt sich gerade nicht berechnen.
page-load-failed-detail = Die Tarife unten zeigen ihre Listenpreise. Ein Kauf ist erst möglich, wenn die Preise für Ihr Abonnement vorliegen.
page-retry = Erneut versuchen
page-demonstration = Eine Demonstration. Hier wird nichts verkauft und keine Karte belastet; sie steht in keiner Verbindung zu Make, ChilliCream oder Anaconda.
page-examples = Mit „Beispiel“ gekennzeichnete Preise sind erfunden; die übrigen stammen von öffentlichen Seiten unterschiedlichen Alters und können sich geändert haben.
page-example-mark = Beispiel
page-taxes-not-included = Steuern sind nicht enthalten.
