# お試しいただける状況。

example-make-upgrade = Core、残り { $operations } オペレーション
example-make-downgrade = Teams、3 チーム
example-make-annual-to-monthly = Pro 年払い、残り半分
example-make-core-annual = Core 年払い
example-nitro-full = Pro、空きシートなし
example-nitro-downgrade = Business、メンバー { $members } 名
example-nitro-expired = Pro、3 日前に期限切れ
example-anaconda-seats = Business、{ $seats } シート
example-anaconda-annual = Starter 年払い
example-anaconda-first = 未契約（個人契約あり）
example-first = 未契約

# カタログを表示している各社について、わかっていないこと。

unknown-make = 料金は保存された写しによるもので、変更されている場合があります。
unknown-nitro = 残り期間がクレジットになるかどうかは文書化されていないため、請求サービスの規則を用いています。
unknown-anaconda = 解約がいつ有効になるかは文書に記載がないため、支払い済み期間の終わりと仮定しています。削減したシートの残り期間の精算についても記載がないため、請求サービスの規則を用いています。
