# 確認から確定までの手順。

steps-label = 手順
step-review = 確認
step-billing = 請求先
step-payment = お支払い
step-confirm = 確定
step-billing-title = 請求先
step-payment-title = お支払い方法
step-confirm-title = 変更の確定
step-continue = 次へ
step-back = 戻る
step-edit-billing = 請求先を変更
step-edit-payment = お支払い方法を変更
step-confirming = 確定しています…
step-billed-to = 請求先
step-pays-with = お支払い方法
step-renews = { $date } に { $amount } で更新され、解約されるまで自動的に更新されます。
step-ends = { $date } に終了し、更新されません。
step-how-to-cancel = このページの「{ ending-title }」からいつでも解約できます。その場合、期間の終わりまではご利用いただけます。
step-withdraw = それまでは、このページで取り消せます。
