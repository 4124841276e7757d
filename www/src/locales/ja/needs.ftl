# 必要な数を手に入れる最も安い方法。

needs-title-operations = { unit }はいくつ必要ですか？
needs-title-seats = シートはいくつ必要ですか？
needs-lead-operations = 追加の{ unit }も含めた、最も安い方法です。
needs-lead-seats = 最も安い方法です。
needs-field-operations = 月に必要な{ unit }
needs-field-seats = 必要なシート数
needs-plan = プラン
needs-plan-any = すべてのプラン
needs-plan-least = { $plan } 以上
needs-for-month = 1 か月の場合
needs-for-year = 1 年の場合
needs-cheapest = 1 か月でも 1 年でも最安
needs-cost-month = 月額 { $amount }
needs-cost-year = 年額 { $amount }
needs-extra = { line-extra-units }（{ price-each }）
needs-runner-up = 次に安い方法は { $amount } 高い { $way }
needs-choose = これを選択
needs-choose-extra = 追加の{ unit }を購入
needs-have = 現在のご契約と同じです。
needs-none = オンラインで販売しているものでは足りません。
needs-prices = 定価、{ $tax }
