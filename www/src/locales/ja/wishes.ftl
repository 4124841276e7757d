# プランに加えるもの。

add-ons-title = アドオン
add-ons-note = プランと一緒に請求されます。
add-on-once = 1 回限り { $amount }
add-on-metered = 1 つにつき { $amount }、使用量に応じて請求
code-label = プロモーションコード
code-apply = 適用
code-unknown = このプロモーションコードはありません。
code-applied = プロモーションコード { $code } を適用しました。
code-remove = 削除
code-example = このデモでは { $code } が使えます。
