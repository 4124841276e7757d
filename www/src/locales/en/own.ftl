# The visitor's own catalog, and the code that computes what is shown.

own-shop = Your own
own-title = Your own catalog
own-lead = Paste, drop or type a catalog and a subscription. What holds drives this page; nothing leaves your browser.
own-open = Open a file
own-document = Document
own-catalog = Catalog
own-subscription = Subscription
own-holds = Both documents hold. The page shows them.
own-problems =
    { $problems ->
        [one] { $problems } problem. The page still shows the last documents that held.
       *[other] { $problems } problems. The page still shows the last documents that held.
    }
own-place = { $document }, line { $line }, column { $column }
own-too-large = This document is too large: at most { $letters } letters.
own-syntax = This is no valid JSON.
own-syntax-name = A name in quotes is expected here.
own-syntax-value = A value is expected here.
own-syntax-colon = A colon is expected here.
own-syntax-comma = A comma is expected here.
own-syntax-brace = A closing brace is expected here.
own-syntax-bracket = A closing bracket is expected here.
own-syntax-end = Nothing more is expected here.

code-title = The code behind this preview
code-lead = A program that computes the same, wherever the package is installed.
code-hint = Complete and ready to run, with the documents of this page.
copy-copy = Copy
copy-forbidden = Not allowed to copy
