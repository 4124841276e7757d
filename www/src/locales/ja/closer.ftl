# 決めるのに役立つもの。

closer-title = 詳しく調べる
