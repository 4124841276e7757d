# The page's state in its address, and what can be taken along.

address-ignored = Parts of this link mean nothing here, or no longer do: { $keys }. The page shows what is left of it.
address-dismiss = Dismiss
share-link = Copy link
share-text = Copy as text
share-print = Print
share-copied = Copied
share-too-large = Your documents are too large for a link. Copy them instead.
share-not-allowed = The browser does not allow copying. Here is the text:
share-at = Prices of { $date }
share-entry = { $label }: { $value }
share-prices = Prices of plans are list prices, { $tax }.
