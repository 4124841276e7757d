# Zahlungsarten: simuliert und so gekennzeichnet.

payment-legend = Zahlungsart
payment-simulated = Simuliert: Es wird keine Karte abgefragt und nichts belastet. Wählen Sie, was geschehen soll.
payment-card-accepted = Testkarte, die angenommen wird
payment-card-slow = Testkarte, die etwas dauert
payment-card-declined = Testkarte, die abgelehnt wird
payment-on-file = zuvor verwendet
payment-missing = Wählen Sie eine Zahlungsart.
payment-portal = Karten und Rechnungen im Abrechnungsportal
