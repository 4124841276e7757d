# 支払い方法（模擬であり、そのように示す）。

payment-legend = お支払い方法
payment-simulated = 模擬のお支払いです。カード情報の入力も請求もありません。どうなるかを選択してください。
payment-card-accepted = 承認されるテストカード
payment-card-slow = 時間のかかるテストカード
payment-card-declined = 拒否されるテストカード
payment-on-file = 前回使用
payment-missing = お支払い方法を選択してください。
payment-portal = カードと請求書は請求ポータルへ
