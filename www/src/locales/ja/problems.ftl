# 項目の横、または料金の代わりに示す問題。

problem-not-a-number = 整数を入力してください。
problem-amount = { $whole } や { $decimal } のような金額を入力してください。
problem-seats-above = このプランは最大 { NUMBER($seats) } シートです。
problem-seats-below = このプランには少なくとも { NUMBER($seats) } シートが必要です。
problem-above-maximum = この期間に購入できるのはあと { $left } です。
problem-not-a-bundle = { $bundle } 単位で販売しています。
problem-below-minimum = { $amount } は、請求できる最低額 { $minimum } を下回ります。
problem-not-offered =
    { $path ->
        [effective] この時点での変更はできません。
        [period] この期間での変更はできません。
        [seats] このプランはシート単位で販売していません。
        [extraOperations] ここでは追加購入できません。
       *[other] ご提供していません。
    }
problem-not-for-sale = オンラインでは販売していません。
problem-nothing-scheduled = 取り消せる変更の予定はありません。
problem-no-subscription = ご契約が必要です。
problem-not-expired = ご契約はまだ期限切れではありません。
problem-outside-period = この日は期間外です。
problem-out-of-range = 数値が大きすぎます。
problem-too-large = 大きすぎます。
problem-too-deep = 入れ子が深すぎます。
problem-unknown-key = この名前の項目はありません。
problem-missing = 入力が必要です。
problem-wrong-type = ここで求められる種類の値ではありません。
problem-unknown-word = ここで使える語ではありません。
problem-empty = 空にはできません。
problem-conflict = ほかの記載と矛盾しています。
problem-invalid-timestamp = 日付を入力してください。
problem-invalid-interval = 「1 か月」のような周期を指定してください。
problem-invalid-bands = 各段階は前の段階より先まで及び、最後の段階には上限を設けないでください。
problem-duplicate-id = この ID は重複しています。
problem-duplicate-price = この料金は重複しています。
problem-ambiguous-price = 該当する料金が複数あります。どれかを指定してください。
problem-unknown-currency = この通貨コードはありません。
problem-unknown-preset = この名前の規則はありません。
problem-unknown-plan = このプランはありません。
problem-unknown-interval = このプランはこの周期では販売していません。
problem-unknown-tier = このプランはこの付与枠では販売していません。
problem-unknown-price = この料金はありません。
problem-unknown-add-on = このアドオンはありません。
problem-unknown-discount = この割引はありません。
problem-unknown-team = このチームはありません。
problem-period-reversed = 期間の終わりが始まりより前です。
problem-zero-length-period = 期間の始まりと終わりが同じです。
problem-offset-required = この時刻には UTC との時差が必要です。
problem-allowance-zero = 付与枠がないため、未使用分に価値がありません。
problem-stale = 料金が最新ではありません。再計算が必要です。
problem-future = 未来の時点の料金です。
problem-unanswered = まだお答えいただいていない項目があります。
problem-load-failed = 現在、本日のお支払い額を計算できません。
problem-unknown-zone = このタイムゾーンはありません。
problem-other = できません：{ $message }
