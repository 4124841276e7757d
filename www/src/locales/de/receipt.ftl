# Was bestätigt wurde.

receipt-title = Beleg { $number }
receipt-demonstration = Aus einer Demonstration. Keine Rechnung.
receipt-number = Nummer
receipt-date = Datum
receipt-billed-to = Rechnung an
receipt-vat-id = USt-IdNr. { $number }
receipt-paid-with = Bezahlt mit
receipt-nothing-paid = Es wurde nichts berechnet
receipt-removed = Aus der Organisation entfernt
receipt-print = Beleg drucken
receipt-close = Schließen
receipt-open = Beleg { $number }
orders-title = Ihre Bestellungen
orders-local = Nur in diesem Browser gespeichert: Diese Seite hat keinen Server.
