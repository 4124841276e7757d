# 変更が確定した後。

success-withdrawn = { $plan } を継続します。変更はありません。
success-extra = 追加の{ unit }をご利用いただけます。
success-cancelled = ご契約は { $date } に終了します。
success-renewed = { $plan } のご契約を更新しました。
success-new = { $plan } のご契約が始まりました。
success-scheduled = { $date } に { $plan } へ変更されます。
success-seats = シート数を変更しました。
success-add-ons = アドオンを変更しました。
success-changed = プランを { $plan } に変更しました。
success-paid = { $date } に { $amount } をお支払いいただきました。
success-nothing-paid = { $date } の請求はありません。
success-paid-today = 本日お支払い済み
success-receipt = { $date } の領収内容
