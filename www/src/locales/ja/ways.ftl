# 1 つの変更の方法を並べて示す。

ways-title = 変更の時期
ways-now = 今すぐ
ways-restart = 今すぐ、新しい期間を開始
ways-period-end = 期間が終わる { $date }
ways-today = 本日
ways-next = 次回 { $date } に { $amount }
