# 枠組み：ほかのすべての上、下、周りにあるもの。

page-name = prorata
page-language = 言語
page-language-failed = この言語を読み込めませんでした。
page-organisation = 組織
page-title-change = サブスクリプションの変更
page-title-first = サブスクリプションの選択
page-lead = 変更で本日いくらかかるかを、確定する前にご確認いただけます。
page-loading = 料金を準備しています。
page-load-failed = 現在、本日のお支払い額を計算できません。
page-load-failed-detail = 以下のプランには定価を表示しています。お客様の料金が計算できるまで、ご購入いただけません。
page-retry = 再試行
page-demonstration = これはデモです。販売もカードへの請求も行わず、Make、ChilliCream、Anaconda とは関係ありません。
page-examples = 「例」と記した料金は架空のものです。その他は公開ページ（時期はさまざま）によるもので、変更されている場合があります。
page-example-mark = 例
page-taxes-not-included = 税金は含まれていません。
