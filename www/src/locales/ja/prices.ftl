# 料金の横にあるもの。

prices-before-tax = 税抜
prices-plus-tax = 税別
prices-with-tax = 税込
price-each =
    { $every ->
        [day]
            { $periods ->
                [1] 1 日 { $amount }
               *[other] { $periods } 日ごとに { $amount }
            }
        [week]
            { $periods ->
                [1] 週額 { $amount }
               *[other] { $periods } 週間ごとに { $amount }
            }
        [year]
            { $periods ->
                [1] 年額 { $amount }
               *[other] { $periods } 年ごとに { $amount }
            }
       *[month]
            { $periods ->
                [1] 月額 { $amount }
               *[other] { $periods } か月ごとに { $amount }
            }
    }
price-each-seat = 1 シート { price-each }
