# お客様自身のカタログと、表示内容を計算するコード。

own-shop = 独自
own-title = 独自のカタログ
own-lead = カタログと契約を貼り付けるか、ドロップするか、入力してください。正しい内容がこのページに反映されます。データがブラウザーの外に出ることはありません。
own-open = ファイルを開く
own-document = 文書
own-catalog = カタログ
own-subscription = 契約
own-holds = どちらの文書も正しく、このページに反映されています。
own-problems = 問題が { NUMBER($problems) } 件あります。ページには最後に正しかった文書を表示しています。
own-place = { $document }、{ $line } 行 { $column } 列
own-too-large = この文書は大きすぎます。上限は { $letters } 文字です。
own-syntax = 正しい JSON ではありません。
own-syntax-name = ここには引用符で囲んだ名前が必要です。
own-syntax-value = ここには値が必要です。
own-syntax-colon = ここにはコロンが必要です。
own-syntax-comma = ここにはコンマが必要です。
own-syntax-brace = ここには閉じ波かっこが必要です。
own-syntax-bracket = ここには閉じ角かっこが必要です。
own-syntax-end = ここから先には何も必要ありません。

code-title = このプレビューのコード
code-lead = パッケージをインストールした環境ならどこでも同じ計算をするプログラムです。
code-hint = このページの文書を含み、そのまま実行できます。
copy-copy = コピー
copy-forbidden = コピーが許可されていません
