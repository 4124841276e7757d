# 確定できなかった理由。

refusal-amount-changed = 金額が表示されていたものと異なります。請求は行われていません。
refusal-catalog-changed = このページを開いた後に料金が変更されました。請求は行われていません。
refusal-subscription-changed = その間に（別のタブなどで）ご契約が変更されました。請求は行われていません。
refusal-snapshot-expired = 料金の計算から時間が経ちすぎたため、計算し直しました。請求は行われていません。
refusal-look-again = 入力内容は残っています。確定する前に、金額をもう一度ご確認ください。
refusal-due = 本日のお支払い：変更前 { $before }、現在 { $after }。
refusal-same = 金額は前と同じです。
refusal-already-confirmed = すでに確定されています。二重の請求はありません。
refusal-already-confirmed-number = すでに領収書 { $number } で確定されています。二重の請求はありません。
refusal-in-progress = このご契約の別の確定処理が進行中です。しばらくしてからもう一度お試しください。
refusal-role = 組織のサブスクリプションを変更できるのは、オーナーと管理者のみです。
refusal-unanswered = この変更に必要な回答がまだ残っています。
refusal-billing = 請求先の情報が足りません。
refusal-payment-declined = お支払いが拒否されました。請求も変更も行われていません。別のお支払い方法を選択してください。
refusal-not-possible = この変更はもうできません。
refusal-not-understood = サーバーが要求を理解できませんでした。請求は行われていません。
refusal-too-many = 試行回数が多すぎます。1 分後にもう一度お試しください。
refusal-unreachable = サーバーが応答しません。もう一度お試しください。いずれの場合も、確定と請求は一度だけです。
refusal-failed = サーバーで問題が発生しました。もう一度お試しください。いずれの場合も、確定と請求は一度だけです。
