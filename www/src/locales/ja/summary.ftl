# 選択に対する答え。

summary-title = 変更内容
summary-due-today = 本日のお支払い
summary-nothing-chosen = プランを選択すると、本日のお支払い額が表示されます。
summary-nothing-changes = 現在のご契約と同じです。変更もお支払いもありません。
summary-then = その後、{ $date } から{ price-each }
summary-waits = 本日の請求はありません。変更は { $date } に行われ、それまでは取り消せます。
summary-ends = 本日の請求はありません。ご契約は { $date } まで有効で、それまでは取り消せます。
summary-nothing-further = 今後の請求はありません。
summary-lines = 内訳
summary-total = 合計
summary-balance-used = 残高からのお支払い
summary-deferred = 次回請求へ繰越
summary-to-balance = 残高へ追加
summary-refund = 返金
summary-forfeited = 返金なし
summary-next = 次回請求
summary-next-amount = { $date } に { $amount }
summary-next-once = { $name } { $amount }（1 回限り）を含む
summary-balance-after = 変更後の残高
summary-units = 変更後の{ unit }
summary-lost = 返金されないもの
summary-to-details = 詳細を見る
summary-refusal = この変更はできません
summary-mend-field = 印のついた項目を直すと、料金が表示されます。
summary-mend-current = 現在のご契約の内容に矛盾があります。
summary-spoken = 本日のお支払いは { $amount } です。
summary-spoken-then = 本日のお支払いは { $due }、その後 { $date } から{ price-each }です。

change-new = { $plan } を開始
change-cancel = { $plan } を解約
change-renew = { $plan } を更新
change-extra = { $plan } に追加購入
change-withdraw = { $plan } を継続
change-none = { $plan } のまま
change-seats-added = { $plan } にシートを追加
change-seats-removed = { $plan } からシートを削減
change-add-ons = { $plan } のアドオンを変更
change-tier-up = { $plan } の上位枠へ変更
change-tier-down = { $plan } の下位枠へ変更
change-interval =
    { $every ->
        [month]
            { $periods ->
                [1] { $plan } を月払いに変更
               *[other] { $plan } のお支払い周期を変更
            }
        [year]
            { $periods ->
                [1] { $plan } を年払いに変更
               *[other] { $plan } のお支払い周期を変更
            }
       *[other] { $plan } のお支払い周期を変更
    }
change-upgrade = { $plan } をアップグレード
change-upgrade-from = { $from } から { $plan } へアップグレード
change-downgrade = { $plan } をダウングレード
change-downgrade-from = { $from } から { $plan } へダウングレード
change-other = { $plan } へ変更

direction-new = 新規契約
direction-upgrade = アップグレード
direction-downgrade = ダウングレード
direction-cancel = 解約
direction-renew = 更新
direction-none = 変更なし
