# Was zu einem Tarif hinzukommt.

add-ons-title = Zusätze
add-ons-note = Sie werden mit dem Tarif abgerechnet.
add-on-once = { $amount } einmalig
add-on-metered = je { $amount }, nach Verbrauch abgerechnet
code-label = Aktionscode
code-apply = Einlösen
code-unknown = Diesen Aktionscode gibt es nicht.
code-applied = Der Aktionscode { $code } ist eingelöst.
code-remove = Entfernen
code-example = Diese Demonstration kennt { $code }.
