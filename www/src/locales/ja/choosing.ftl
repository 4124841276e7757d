# プランの選択、追加購入、解約と更新。

choosing-title = プランを選択
choosing-billing = お支払い周期
choosing-tier = 月あたりの{ unit-title }
choosing-seats = シート数
choosing-plans = プラン
choosing-current = 現在のプラン
choosing-due = 本日のお支払い
choosing-unsold = オンライン販売なし
choosing-billed-yearly = { $amount } を年 1 回請求
choosing-saves = 年間 { $amount } お得（{ $share }）
choosing-teams = { NUMBER($teams) } チーム
choosing-any-teams = チーム数無制限
choosing-seats-most = 最大 { NUMBER($seats) } シート
choosing-any-seats = シート数無制限
choosing-lost = { $amount } は返金されません
choosing-to-balance = { $amount } を残高へ
choosing-free = 無料
choosing-nothing = 変更なし

extra-title = { unit }の追加
extra-field = 追加購入する{ unit }
extra-offer = プランはそのままで、この期間分を追加購入できます。{ units }で { $amount } です。
extra-left = この期間にあと { units }を購入できます。
extra-or-move-up = または { units-each }へ引き上げる場合、本日のお支払いは { $amount } です。

ending-title = 契約の終了
ending-lead = 確定する前に、何がいつ起こるかをご確認いただけます。
ending-cancel = 解約する
ending-renew-title = 更新
ending-renew-lead = ご契約は { $date } に期限切れになりました。引き続きご利用になるには更新してください。
ending-renew = 契約を更新する
