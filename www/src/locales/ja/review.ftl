# 変更前の確認と、その質問およびボタン。

review-title = 変更内容の確認
review-title-cancel = 解約しますか？
review-caption = 現在のご契約と変更後の内容
review-now = 現在
review-after = 変更後
review-changes = （変更あり）
review-plan = プラン
review-amount = 料金
review-per-month = 月あたり
review-per-year = 年あたり
review-interval = お支払い周期
review-seats = シート数
review-teams = チーム数
review-period-end = 期間の終了
review-nothing = –
review-no-plan = 契約なし
review-any-teams = 無制限
review-close = 閉じる
review-keep = 契約を続ける
review-blocked = 確定の前に必要なこと：
review-choose-teams = { NUMBER($of) } チームのうち、残す { NUMBER($teams) } チームを選択してください
review-choose-teams-note = そのほかのチームは組織から外れます。
review-remove-members = 削除するメンバー数
review-remove-members-note = 現在のメンバーは { members }で、新しいプランの定員は { $limit } 名です。少なくとも { $remove } 名を削除してください。

acknowledge-downgrade = ダウングレードであること、およびそれに伴う変更を理解しました。
acknowledge-forfeit = { $amount } が返金されないことを理解しました。
acknowledge-forfeit-some = お支払い済みの一部が返金されないことを理解しました。
acknowledge-billing = 確定すると、登録した支払い方法に { $amount } が請求されることを理解しました。
acknowledge-cancel = 契約が { $date } に終了することを理解しました。
acknowledge-other = 理解し、同意します。

missing-teams = 残す { NUMBER($teams) } チームを選択してください。
missing-members = メンバーを { NUMBER($members) } 名削除してください。
missing-downgrade = ダウングレードについての確認にチェックを入れてください。
missing-forfeit = 返金されないものについての確認にチェックを入れてください。
missing-billing = 請求の時期についての確認にチェックを入れてください。
missing-cancel = 契約の終了日についての確認にチェックを入れてください。
missing-acknowledgement = 上記の内容を確認してください。
missing-other = この変更には、このページではまだお尋ねできない項目が必要です。

button-pay = { $amount } を支払う
button-review-pay = 確認して { $amount } を支払う
button-review = 変更内容を確認する
button-confirm = 変更を確定する
button-schedule = { $date } に変更する
button-cancel = 解約する
button-withdraw = 契約を続ける
