# デモの設定。

demonstration-label = このデモ
demonstration-role = お客様の役割
demonstration-owner = オーナー
demonstration-admin = 管理者
demonstration-member = メンバー
demonstration-restart = 最初からやり直す
role-title = ここでご契約は表示されません
role-reason = 組織のサブスクリプションを表示・変更できるのは、オーナーと管理者のみです。
role-ask = { $names } にお問い合わせください。
links-portal = 請求ポータル
links-individual = 個人契約を終了する
removal-legend = 組織から外れるメンバーを選択
removal-note = 現在のメンバーは { members }で、新しいプランの定員は { $limit } 名です。少なくとも { NUMBER($remove) } 名を選択してください。
removal-chosen = { $count } 名を選択中
removal-admin = 管理者
