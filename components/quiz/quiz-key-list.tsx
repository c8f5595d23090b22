"use client";

import { useTranslations } from "next-intl";
import { KeyList } from "@/components/answer/key-list";

type QuizKeyListProps = { closeLabel: string; isForward: boolean; hasShortcuts: boolean; onShortcuts: (isOn: boolean) => void; onClose: () => void };

const always = ["go"] as const;
const withShortcuts = ["choose", "order", "match", "help"] as const;

export function QuizKeyList({ closeLabel, isForward, hasShortcuts, ...more }: QuizKeyListProps) {
  const t = useTranslations("quiz.keys");
  const steps = isForward ? [] : (["steps"] as const);
  const lettered = isForward ? [] : (["flag", "next", "previous"] as const);
  const moves = hasShortcuts ? [...withShortcuts, ...lettered, ...steps, ...always] : [...steps, ...always];
  const rows = moves.map((move) => ({ keys: t(`${move}Keys`), action: t(move) }));
  const labels = { title: t("title"), key: t("key"), action: t("action"), shortcuts: t("shortcuts"), close: closeLabel };
  return <KeyList labels={labels} rows={rows} hasShortcuts={hasShortcuts} {...more} />;
}
