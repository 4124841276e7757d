# The ways of one change beside each other. $amount, $date and $count are formatted.

ways-title = When
ways-now = Now
ways-restart = Now, and a new period begins
ways-period-end = On { $date }, when the period ends
ways-today = today
ways-next = Next { $amount } on { $date }
