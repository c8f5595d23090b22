import { useTranslations } from "next-intl";
import Link from "next/link";
import { unbroken } from "@/components/ui/unbroken";
import { chancePercent } from "./chance-percent";
import { WeakList } from "./weak-list";

export type ShownWeakFact = { id: string; statement: string; recall: number; lapses: number };

/** Each leads to its history. Of `all` that are hard, the first are listed. */
export function WeakFacts({ facts, all }: { facts: readonly ShownWeakFact[]; all: number }) {
  const t = useTranslations("progressWeak.facts");
  return (
    <WeakList
      title={t("title")}
      measure={facts.length < all ? `${t("measure")} ${t("listed", { shown: facts.length, all })}` : t("measure")}
      items={facts}
      shownOpenly={5}
      moreLabel={(count) => t("more", { count })}
      renderItem={({ id, statement, recall, lapses }) => (
        <li key={id} className="flex flex-col border-t border-line py-2.5">
          <Link href={`/progress/facts/${id}`} prefetch={false} className="link">
            {unbroken(statement)}
          </Link>
          <span className="text-14 text-muted tabular-nums">{t("figures", { lapses, percent: chancePercent(recall) })}</span>
        </li>
      )}
    />
  );
}
