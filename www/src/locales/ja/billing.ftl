# 請求先。

billing-name = お名前
billing-company = 会社名（任意）
billing-street = 番地・建物名
billing-postal-code = 郵便番号
billing-city = 市区町村
billing-region = 州
billing-country = 国
billing-choose = 選択してください
billing-vat-id = VAT 番号（任意）
billing-vat-hint = EU 加盟国のうち別の国の VAT 番号をお持ちの場合、税はお客様の会社が申告します。
billing-tax-note = 税は国によって決まります。ここでの税率はこのデモの例です。
billing-missing-name = 請求先のお名前を入力してください。
billing-missing-street = 番地・建物名を入力してください。
billing-missing-postal-code = 郵便番号を入力してください。
billing-missing-city = 市区町村を入力してください。
billing-missing-country = 国を選択してください。
billing-missing-region = 州を選択してください。
billing-unknown = 一覧から選択してください。
billing-invalid-vat-id = この国の VAT 番号の形式ではありません（例：FR40303265045）。
