# 確定の前に知っておくこと：変更後のオペレーション、失われるもの、ご注意。

units-allowance = プランの付与分
units-transferred = 繰越分
units-bought = 追加購入分
units-remaining = この期間の残り
units-available = 利用可能
units-converted = { units-unused }がクレジットになります。
units-forfeited = { units-unused }は失効します。
units-expire = 繰越分と追加分の{ unit }は { $date } に失効します。
units-reset = { $date } に新たに付与されます。

loss-credit-above-bill = クレジット { $credit } のうち { $amount } は請求額を超えるため、お支払いいたしません。
loss-future-units = 今後付与される予定だった { units }分として前払いされた { $amount }。
loss-unused-units = { units-unused }（{ $amount } 相当）。
loss-unused-time = 未使用（{ part }）の { $amount }。
loss-negative-total = 残ったクレジット { $amount }。
loss-other = 残っている価値の一部。

warning-duplicate-billing = 個人契約は並行して継続し、別途請求されます。不要になった場合は解約してください。
warning-units-above-limit = この期間に { units }をご利用です。新しいプランの付与分は { $limit } です。
warning-annual-to-shorter = 1 年分の未使用の{ unit }は { $credit } 相当ですが、請求額は { $bill } にとどまります。
warning-scheduled-stands = { $date } の { $plan } への変更は引き続き有効です。
warning-scheduled-replaced = 予定されていた { $plan } への変更は、この変更に置き換わります。
warning-end-stands = 解約の予定に変わりはありません。ご契約は { $date } に終了します。
warning-end-replaced = 予定されていた解約は、この変更に置き換わります。
warning-other = この変更には、ほかにもご確認いただきたいことがあります。確定の前にお問い合わせください。

deactivation = { $date } に { members }のメンバーが無効になります。オーナーはそのまま残り、更新すると全員が元に戻ります。
