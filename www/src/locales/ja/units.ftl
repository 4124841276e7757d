# 数えるものと、その頻度。

unit =
    { $unit ->
        [operations] オペレーション
       *[other] { $unit }
    }
unit-title =
    { $unit ->
        [operations] オペレーション
       *[other] { $unit }
    }
units =
    { $unit ->
        [operations] { $operations } オペレーション
       *[other] { $operations } { $unit }
    }
units-unused =
    { $unit ->
        [operations] 未使用の { $operations } オペレーション
       *[other] 未使用の { $operations } { $unit }
    }
units-each =
    { $every ->
        [day]
            { $periods ->
                [1] 1 日あたり { units }
               *[other] { $periods } 日ごとに { units }
            }
        [week]
            { $periods ->
                [1] 週あたり { units }
               *[other] { $periods } 週間ごとに { units }
            }
        [year]
            { $periods ->
                [1] 年あたり { units }
               *[other] { $periods } 年ごとに { units }
            }
       *[month]
            { $periods ->
                [1] 月あたり { units }
               *[other] { $periods } か月ごとに { units }
            }
    }
seats = { NUMBER($seats) } シート
members = { NUMBER($members) } 名
interval-name =
    { $every ->
        [day]
            { $periods ->
                [1] 毎日払い
               *[other] { $periods } 日ごと払い
            }
        [week]
            { $periods ->
                [1] 週払い
               *[other] { $periods } 週間ごと払い
            }
        [year]
            { $periods ->
                [1] 年払い
               *[other] { $periods } 年ごと払い
            }
       *[month]
            { $periods ->
                [1] 月払い
               *[other] { $periods } か月ごと払い
            }
    }

# 数値の横のボタン。

field-less = { $label }：−{ $step }
field-more = { $label }：+{ $step }
