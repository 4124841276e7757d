# Der Zustand der Seite in ihrer Adresse, und was sich mitnehmen lässt.

address-ignored = Teile dieses Links bedeuten hier nichts oder nichts mehr: { $keys }. Die Seite zeigt, was davon übrig ist.
address-dismiss = Ausblenden
share-link = Link kopieren
share-text = Als Text kopieren
share-print = Drucken
share-copied = Kopiert
share-too-large = Ihre Dokumente sind zu groß für einen Link. Kopieren Sie sie stattdessen.
share-not-allowed = Der Browser erlaubt das Kopieren nicht. Hier ist der Text:
share-at = Preise vom { $date }
share-entry = { $label }: { $value }
share-prices = Preise von Tarifen sind Listenpreise, { $tax }.
