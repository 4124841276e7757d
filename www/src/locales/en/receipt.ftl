# What was confirmed. $amount and $date are formatted.

receipt-title = Receipt { $number }
receipt-demonstration = Of a demonstration. Not an invoice.
receipt-number = Number
receipt-date = Date
receipt-billed-to = Billed to
receipt-vat-id = VAT number { $number }
receipt-paid-with = Paid with
receipt-nothing-paid = Nothing was charged
receipt-removed = Removed from the organisation
receipt-print = Print the receipt
receipt-close = Close
receipt-open = Receipt { $number }
orders-title = Your orders
orders-local = Kept in this browser only: this page has no server.
