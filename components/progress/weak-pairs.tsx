import { useTranslations } from "next-intl";
import Link from "next/link";
import { unbroken } from "@/components/ui/unbroken";
import { studyAddress } from "@/lib/questions/study-request";
import { WeakList } from "./weak-list";

type Named = { id: string; name: string };
export type ShownPair = {
  one: Named;
  other: Named;
  forward: number;
  back: number;
  daysAgo: number;
  facts: readonly { id: string; statement: string }[];
  studyIds: readonly string[];
};

/** What is taken for what, the most frequent first. Of `all` pairs, the first are listed. */
export function WeakPairs({ pairs, all }: { pairs: readonly ShownPair[]; all: number }) {
  const t = useTranslations("progressWeak.pairs");
  return (
    <WeakList
      title={t("title")}
      measure={pairs.length < all ? `${t("measure")} ${t("listed", { shown: pairs.length, all })}` : t("measure")}
      items={pairs}
      shownOpenly={3}
      moreLabel={(count) => t("more", { count })}
      renderItem={(pair) => <Pair key={`${pair.one.id} ${pair.other.id}`} pair={pair} />}
    />
  );
}

function Pair({ pair }: { pair: ShownPair }) {
  const t = useTranslations("progressWeak.pairs");
  const { forward, back, daysAgo, facts, studyIds } = pair;
  const names = { one: pair.one.name, other: pair.other.name };
  return (
    <li className="flex flex-col gap-1 border-t border-line py-3">
      <p className="font-medium">{back === 0 ? t("oneWay", names) : t("bothWays", names)}</p>
      <p className="text-14 text-muted">
        {back === 0 ? t("times", { count: forward }) : t("timesBoth", { ...names, forward, back })} {t("last", { days: daysAgo })}
      </p>
      <div className="flex flex-wrap items-start gap-x-6">
        {studyIds.length > 0 && (
          <Link
            href={studyAddress({ scope: { kind: "facts", ids: studyIds }, mode: "mix", length: null })}
            rel="nofollow"
            prefetch={false}
            aria-label={t("studyPair", names)}
            className="link inline-flex min-h-11 items-center print:hidden"
          >
            {t("study")}
          </Link>
        )}
        {facts.length > 0 && (
          <details className="open:basis-full">
            <summary className="min-h-11 content-center text-14 text-muted">{t("facts", { count: facts.length })}</summary>
            <ul className="flex list-disc flex-col gap-1 pb-2 pl-5">
              {facts.map(({ id, statement }) => (
                <li key={id}>
                  <Link href={`/progress/facts/${id}`} prefetch={false} className="link">
                    {unbroken(statement)}
                  </Link>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  );
}
