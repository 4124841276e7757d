# 確定した内容。

receipt-title = 領収書 { $number }
receipt-demonstration = デモによるものです。請求書ではありません。
receipt-number = 番号
receipt-date = 日付
receipt-billed-to = 請求先
receipt-vat-id = VAT 番号 { $number }
receipt-paid-with = お支払い方法
receipt-nothing-paid = 請求はありません
receipt-removed = 組織から外れたメンバー
receipt-print = 領収書を印刷
receipt-close = 閉じる
receipt-open = 領収書 { $number }
orders-title = ご注文
orders-local = このブラウザーにのみ保存されています。このページにはサーバーがありません。
