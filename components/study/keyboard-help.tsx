"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/dialog";
import { Table } from "@/components/ui/table";

export function KeyboardHelp({ closeLabel, onClose }: { closeLabel: string; onClose: () => void }) {
  const t = useTranslations("study.keys");
  const rows = (["choose", "order", "match", "go", "rate", "help"] as const).map((move) => ({ keys: t(`${move}Keys`), action: t(move) }));
  return (
    <Dialog title={t("title")} closeLabel={closeLabel} onClose={onClose}>
      <Table
        caption={t("title")}
        isCaptionHidden
        columns={[{ heading: t("key") }, { heading: t("action") }]}
        rows={rows.map(({ keys, action }) => ({ key: action, cells: [keys, action] }))}
      />
    </Dialog>
  );
}
