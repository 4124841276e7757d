# 待った場合の費用と、この後の請求。文、グラフ、表で示す。

chart-table = 表で見る

waiting-title = 待った場合の費用
waiting-lead = 本日以外の日に変更した場合のお支払い額です。
waiting-nothing = この期間には、比べられる後の日がありません。
waiting-more = 本日ではなく { $date } に変更すると、お支払い額は { $amount } 多くなります。
waiting-less = 本日ではなく { $date } に変更すると、お支払い額は { $amount } 少なくなります。
waiting-same = 待ってもお支払い額は変わりません。
waiting-stay-enough = 残りは { $date } まで足ります。変更しない場合、購入は不要です。
waiting-stay-not-sold = { $date } までに不足する数の{ unit }は、追加販売していません。
waiting-stay-more = 変更しない方が高くなります：{ $date } までに{ line-extra-units }、{ $amount }。
waiting-stay-less = 変更しない方が安くなります：{ $date } までに{ line-extra-units }、{ $amount }。
waiting-stay-then = 本日は変更しない方が高くなります：{ $date } までに{ line-extra-units }、{ $amount }。{ $then } 以降は変更するより安くなります。
waiting-break-even = 損益分岐点
waiting-per-day = 1 日に使用する{ unit-title }
waiting-against = 表示
waiting-column-day = 変更日
waiting-column-use = それまでの使用量
waiting-column-change = 変更
waiting-column-stay = 変更せず購入
waiting-by-day = 日別
waiting-by-use = { unit }の使用量別
waiting-line-change = その日に変更
waiting-line-stay = 変更せず、不足する分を購入
waiting-lost = 返金されないもの
waiting-not-sold = 販売なし
waiting-look = 確認する日
waiting-point = { $where }：お支払い { $amount }
waiting-point-stay = { $where }：変更する場合 { $amount }、変更しない場合 { $stay }

invoices-title = 今後 12 回の請求
invoices-lead = いつ、いくら請求されるかをご確認いただけます。
invoices-nothing = この変更の後に請求はありません。
invoices-sum =
    { $invoices ->
        [1] { $date } に { $amount }。
       *[other] { $date } までの { $invoices } 回の請求で { $amount }。
    }
invoices-point = { $date }：{ $amount }
invoices-look = 確認する請求
invoices-date = 日付
invoices-period = 対象期間
invoices-tax = 税
invoices-total = 合計
invoices-balance = 残高からのお支払い
invoices-amount = 請求額
