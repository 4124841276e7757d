# Die Wege einer Änderung nebeneinander.

ways-title = Zeitpunkt
ways-now = Sofort
ways-restart = Sofort, und ein neuer Zeitraum beginnt
ways-period-end = Am { $date }, wenn der Zeitraum endet
ways-today = heute
ways-next = Als Nächstes { $amount } am { $date }
