# Was vor der Bestätigung zu wissen ist: die Operationen danach, was verfällt, und Hinweise.

units-allowance = Im Tarif enthalten
units-transferred = Übertragen
units-bought = Nachgekauft
units-remaining = In diesem Zeitraum übrig
units-available = Verfügbar
units-converted =
    { $unit ->
        [operations]
            { $operations ->
                [one] { $operations } ungenutzte Operation wird gutgeschrieben.
               *[other] { $operations } ungenutzte Operationen werden gutgeschrieben.
            }
       *[other] { $operations } { $unit } werden gutgeschrieben, da ungenutzt.
    }
units-forfeited =
    { $unit ->
        [operations]
            { $operations ->
                [one] { $operations } ungenutzte Operation verfällt.
               *[other] { $operations } ungenutzte Operationen verfallen.
            }
       *[other] { $operations } { $unit } verfallen ungenutzt.
    }
units-expire = Übertragene und zusätzliche { unit } verfallen am { $date }.
units-reset = Neu gewährt am { $date }.

loss-credit-above-bill = { $amount } Ihrer Gutschrift von { $credit } übersteigen die Rechnung und werden nicht ausgezahlt.
loss-future-units =
    { $unit ->
        [operations]
            { $operations ->
                [one] { $amount }, im Voraus bezahlt für { $operations } noch ausstehende Operation.
               *[other] { $amount }, im Voraus bezahlt für { $operations } noch ausstehende Operationen.
            }
       *[other] { $amount }, im Voraus bezahlt für { $operations } { $unit }, die noch ausstehen.
    }
loss-unused-units = { units-unused } im Wert von { $amount }.
loss-unused-time = { $amount } für { part }, die ungenutzt bleiben.
loss-negative-total = { $amount } verbleibende Gutschrift.
loss-other = Ein Teil des verbleibenden Werts.

warning-duplicate-billing = Ihr persönliches Abonnement läuft daneben weiter und wird ebenfalls berechnet. Kündigen Sie es, wenn Sie es nicht mehr brauchen.
warning-units-above-limit = Sie haben in diesem Zeitraum { units } genutzt; der neue Tarif enthält { $limit }.
warning-annual-to-shorter = Die ungenutzten { unit } eines Jahres sind { $credit } wert, die Rechnung beträgt aber nur { $bill }.
warning-scheduled-stands = Der Wechsel zu { $plan } am { $date } bleibt vorgemerkt.
warning-scheduled-replaced = Dies ersetzt den vorgemerkten Wechsel zu { $plan }.
warning-end-stands = Die vorgemerkte Kündigung bleibt bestehen: Ihr Abonnement endet am { $date }.
warning-end-replaced = Dies ersetzt die vorgemerkte Kündigung.
warning-other = Zu dieser Änderung gibt es mehr zu wissen; bitte fragen Sie nach, bevor Sie bestätigen.

deactivation =
    { $members ->
        [one] Am { $date } wird ein Mitglied deaktiviert. Der Inhaber bleibt, und eine Verlängerung bringt das Mitglied zurück.
       *[other] Am { $date } werden { $members } Mitglieder deaktiviert. Der Inhaber bleibt, und eine Verlängerung bringt alle zurück.
    }
