# 現在のご契約と、それを表すフォーム。

current-title = 現在のご契約
current-start-from = 開始時の状況
current-none = 契約なし
current-edit = 現在のご契約を編集
current-plan = プラン
current-billing = お支払い周期
current-seats = シート数
current-members = メンバー数
current-teams = チーム数
current-unused = 未使用の{ unit }
current-trial = { $date } までトライアル
current-individual = 個人契約も継続中
current-balance = 残高（{ $currency }）
current-tax = 税
current-tax-none = なし
current-tax-on-top = { $rate }（外税）
current-tax-included = { $rate }（内税）
current-today = 本日
current-today-hint = このページの料金はすべてこの日のものです。
current-first-day = 購入日
current-expired = { $date } に期限切れ
current-before = { $date } に始まる期間の前
current-position = { NUMBER($total) } 日中 { NUMBER($used) } 日経過
current-clock = { $date }、{ NUMBER($total) } 日中 { NUMBER($used) } 日経過
current-clock-expired = { $date }、終了から { NUMBER($days) } 日後
current-scheduled-cancel = ご契約は { $date } に終了します。それまではすべてご利用いただけます。
current-scheduled-plan = { $date } に { $plan } へ変更されます。
current-scheduled-within = { $date } に { $plan } のご契約内容が変更されます。
current-scheduled-seats = { $date } に { seats }へ変更されます。
current-withdraw = 現在のご契約を続ける
current-full = 組織は満員です。{ NUMBER($seats) } シートすべてが使用中です。シートを追加するかメンバーを削除するまで、新しいメンバーは参加できません。
current-seats-taken = { NUMBER($seats) } シート中 { NUMBER($used) } シート使用中
current-units-unused =
    { $unit ->
        [operations] 未使用 { $operations } オペレーション
       *[other] 未使用 { $operations } { $unit }
    }
current-team = チーム { $number }
