# Who is billed, and where.

billing-name = Name
billing-company = Company (optional)
billing-street = Street and number
billing-postal-code = Postal code
billing-city = City
billing-region = State
billing-country = Country
billing-choose = Please choose
billing-vat-id = VAT number (optional)
billing-vat-hint = With a VAT number of another country of the European Union, your business accounts for the tax itself.
billing-tax-note = The country decides the tax. The rates here are an example of this demonstration.
billing-missing-name = Enter who is billed.
billing-missing-street = Enter street and number.
billing-missing-postal-code = Enter the postal code.
billing-missing-city = Enter the city.
billing-missing-country = Choose the country.
billing-missing-region = Choose the state.
billing-unknown = Choose one from the list.
billing-invalid-vat-id = This does not read like a VAT number of this country, for example FR40303265045.
