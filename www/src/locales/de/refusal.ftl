# Warum nicht bestätigt wurde.

refusal-amount-changed = Der Betrag ist nicht der, der angezeigt wurde. Es wurde nichts berechnet.
refusal-catalog-changed = Die Preise haben sich geändert, seit diese Seite geöffnet wurde. Es wurde nichts berechnet.
refusal-subscription-changed = Das Abonnement wurde inzwischen geändert, vielleicht in einem anderen Tab. Es wurde nichts berechnet.
refusal-snapshot-expired = Der Preis war zu alt und wurde neu berechnet. Es wurde nichts abgebucht.
refusal-look-again = Ihre Eingaben sind noch da. Sehen Sie sich den Betrag noch einmal an, bevor Sie bestätigen.
refusal-due = Heute fällig: vorher { $before }, jetzt { $after }.
refusal-same = Der Betrag ist derselbe wie zuvor.
refusal-already-confirmed = Dies wurde bereits bestätigt, und nichts wurde doppelt berechnet.
refusal-already-confirmed-number = Dies wurde bereits mit Beleg { $number } bestätigt, und nichts wurde doppelt berechnet.
refusal-in-progress = Eine andere Bestätigung dieses Abonnements wird gerade ausgeführt. Versuchen Sie es gleich noch einmal.
refusal-role = Nur Inhaber und Administratoren der Organisation dürfen deren Abonnement ändern.
refusal-unanswered = Eine Angabe, die diese Änderung verlangt, steht noch aus.
refusal-billing = Die Rechnungsangaben sind nicht vollständig.
refusal-payment-declined = Die Zahlung wurde abgelehnt. Es wurde nichts berechnet, und nichts hat sich geändert. Wählen Sie eine andere Zahlungsart.
refusal-not-possible = Diese Änderung ist nicht mehr möglich.
refusal-not-understood = Der Server hat die Anfrage nicht verstanden. Es wurde nichts berechnet.
refusal-too-many = Es waren zu viele Versuche. Versuchen Sie es in einer Minute erneut.
refusal-unreachable = Der Server antwortet nicht. Versuchen Sie es erneut: Es wird in jedem Fall nur einmal bestätigt und berechnet.
refusal-failed = Auf dem Server ist etwas schiefgegangen. Versuchen Sie es erneut: Es wird in jedem Fall nur einmal bestätigt und berechnet.
