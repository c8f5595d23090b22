"use client";

import { useTranslations } from "next-intl";
import { KeyList } from "@/components/answer/key-list";

type KeyboardHelpProps = { closeLabel: string; hasShortcuts: boolean; onShortcuts: (isOn: boolean) => void; onClose: () => void };

const always = ["go", "undo"] as const;
const withShortcuts = ["choose", "order", "match", "rate", "help"] as const;

export function KeyboardHelp({ closeLabel, hasShortcuts, ...more }: KeyboardHelpProps) {
  const t = useTranslations("study.keys");
  const moves = hasShortcuts ? [...withShortcuts, ...always] : always;
  const rows = moves.map((move) => ({ keys: t(`${move}Keys`), action: t(move) }));
  const labels = { title: t("title"), key: t("key"), action: t("action"), shortcuts: t("shortcuts"), close: closeLabel };
  return <KeyList labels={labels} rows={rows} hasShortcuts={hasShortcuts} {...more} />;
}
