# The frame: what stands above, below and around everything else.

page-name = prorata
page-language = Language
page-language-failed = This language could not be loaded.
page-organisation = Organisation
page-title-change = Change your subscription
page-title-first = Choose your subscription
page-lead = See what a change costs today, before you confirm it.
page-loading = Prices are being prepared.
page-load-failed = What is due today cannot be computed right now.
page-load-failed-detail = The plans below show their list prices. Nothing can be bought until the prices for your subscription are here.
page-retry = Try again
page-demonstration = A demonstration. Nothing is sold here, no card is charged, and it is not affiliated with Make, ChilliCream or Anaconda.
page-examples = Prices marked “example” are invented; the others come from public pages of different ages and may have changed.
page-example-mark = example
page-taxes-not-included = Taxes are not included.
