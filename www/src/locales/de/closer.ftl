# Was bei der Entscheidung hilft, unter den Tarifen.

closer-title = Genauer betrachten
