# طرق التغيير الواحد بعضها بجانب بعض.

ways-title = الموعد
ways-now = الآن
ways-restart = الآن، وتبدأ فترة جديدة
ways-period-end = في { $date }، عند نهاية الفترة
ways-today = اليوم
ways-next = التالي { $amount } في { $date }
