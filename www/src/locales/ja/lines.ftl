# 請求の明細と、それぞれの金額の理由。

line-unused-time = { $plan } の未使用期間分のクレジット
line-unused-units = { units-unused }分のクレジット
line-future-units = 今後付与される{ unit }分のクレジット
line-difference = 残り期間の差額
line-extra-units =
    { $unit ->
        [operations] 追加 { $operations } オペレーション
       *[other] 追加 { $operations } { $unit }
    }
line-deferred-credit = 未使用の{ unit }分のクレジット
line-deferred-extra = 追加の{ unit }
line-discount = 割引 { $discount }
line-discount-deferred = 割引
line-tax = { $tax }
line-tax-included = { $tax }（内税）
line-tax-deferred = 税
line-credit-excess = お手元に残るクレジット
line-rounding = 端数処理
line-other = その他

part =
    { $measure ->
        [month] { NUMBER($total) } か月中 { NUMBER($remaining) } か月
        [hour] { NUMBER($total) } 時間中 { NUMBER($remaining) } 時間
        [minute] { NUMBER($total) } 分中 { NUMBER($remaining) } 分
        [second] { NUMBER($total) } 秒中 { NUMBER($remaining) } 秒
        [millisecond] { NUMBER($total) } ミリ秒中 { NUMBER($remaining) } ミリ秒
       *[day] { NUMBER($total) } 日中 { NUMBER($remaining) } 日
    }
because-several = { $quantity } × { $amount }
because-remaining = 日割り：{ $amount } × 残り（{ part }）
because-remaining-several = 日割り：{ $quantity } × { $amount } × 残り（{ part }）
because-unused = 日割り：{ $amount } × 未使用（{ part }）
because-unused-several = 日割り：{ $quantity } × { $amount } × 未使用（{ part }）
because-paid = お支払い済み { $amount } × 未使用（{ part }）
because-share = × この項目の割合：1 期間の { $whole } のうち { $amount }
because-difference = { $new } − { $old }、× 残り（{ part }）
because-units = { $amount } × { $operations } ÷ { $allowance }
because-future-units = { $amount } × { $operations } ÷ { $allowance }、今後 { NUMBER($months) } か月分
because-surcharge = { $amount } × { $operations } ÷ { $allowance } に { $surcharge } を加算
because-percent = { $amount } の { $percent }
because-credit-excess = クレジットは { $amount }、請求は { $limit }
because-rounding = 端数処理前の合計は { $amount }
because-deferred = 以前に合意された分を今回請求
because-band = { $quantity } × { $price } = { $amount }
because-exact = 端数処理前は { $amount }
because-cap-bill = { $amount } 相当、請求額 { $limit } が上限
because-cap-total = { $amount } 相当、合計額 { $limit } が上限
because-cap-paid = { $amount } 相当、お支払い済みの { $limit } が上限
