# アドレスに入るページの状態と、持ち出せるもの。

address-ignored = このリンクの一部は、ここでは意味をなさないか、もう有効ではありません：{ $keys }。残りの内容を表示しています。
address-dismiss = 閉じる
share-link = リンクをコピー
share-text = テキストとしてコピー
share-print = 印刷
share-copied = コピーしました
share-too-large = 書類が大きすぎてリンクにできません。代わりに書類をコピーしてください。
share-not-allowed = ブラウザーがコピーを許可していません。テキストはこちらです：
share-at = { $date } の料金
share-entry = { $label }：{ $value }
share-prices = プランの料金は定価（{ $tax }）です。
