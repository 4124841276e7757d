# Wer die Rechnung erhält, und wo.

billing-name = Name
billing-company = Firma (optional)
billing-street = Straße und Hausnummer
billing-postal-code = Postleitzahl
billing-city = Ort
billing-region = Bundesstaat
billing-country = Land
billing-choose = Bitte wählen
billing-vat-id = USt-IdNr. (optional)
billing-vat-hint = Mit einer USt-IdNr. eines anderen Landes der Europäischen Union führt Ihr Unternehmen die Steuer selbst ab.
billing-tax-note = Das Land bestimmt die Steuer. Die Sätze hier sind ein Beispiel dieser Demonstration.
billing-missing-name = Geben Sie an, wer die Rechnung erhält.
billing-missing-street = Geben Sie Straße und Hausnummer an.
billing-missing-postal-code = Geben Sie die Postleitzahl an.
billing-missing-city = Geben Sie den Ort an.
billing-missing-country = Wählen Sie das Land.
billing-missing-region = Wählen Sie den Bundesstaat.
billing-unknown = Wählen Sie einen Eintrag aus der Liste.
billing-invalid-vat-id = Das sieht nicht wie eine USt-IdNr. dieses Landes aus, zum Beispiel FR40303265045.
