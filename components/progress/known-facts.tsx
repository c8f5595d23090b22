import { useTranslations } from "next-intl";
import Link from "next/link";
import { useId } from "react";
import { chancePercent } from "./chance-percent";
import { MasteryBar } from "./mastery-bar";

export type KnownFact = { id: string; statement: string; recall: number | null; dueInDays: number | null; isAside: boolean };

/** Facts with the chance of recalling each today, the least sure first; those not begun are folded away beside others. */
export function KnownFacts({ facts }: { facts: readonly KnownFact[] }) {
  const t = useTranslations("progressNow.subject");
  const titleId = useId();
  const begun = facts.filter(({ recall }) => recall !== null);
  const fresh = facts.filter(({ recall }) => recall === null);
  return (
    <section aria-labelledby={titleId} className="flex flex-col gap-3">
      <h2 id={titleId} className="text-22">
        {t(begun.length > 0 ? "facts" : "freshFacts")}
      </h2>
      <FactList facts={begun.length > 0 ? begun : fresh} />
      {begun.length > 0 && fresh.length > 0 && (
        <details>
          <summary className="min-h-11 content-center text-muted">{t("freshCount", { facts: fresh.length })}</summary>
          <FactList facts={fresh} />
        </details>
      )}
    </section>
  );
}

function FactList({ facts }: { facts: readonly KnownFact[] }) {
  const t = useTranslations("progressNow.subject");
  const whenDue = ({ dueInDays, isAside }: KnownFact) => (isAside ? t("aside") : dueInDays === null ? null : t("due", { days: dueInDays }));
  const standing = (fact: KnownFact) => [fact.recall === null ? null : t("chance", { share: chancePercent(fact.recall) }), whenDue(fact)].filter(Boolean).join(" · ");
  return (
    <ul className="max-w-column">
      {facts.map((fact) => (
        <li key={fact.id} className="flex flex-col gap-2 border-b border-line py-3">
          <Link href={`/progress/facts/${fact.id}`} prefetch={false} className={fact.recall === null ? "hover:text-accent" : "link"}>
            {fact.statement}
          </Link>
          {standing(fact) !== "" && (
            <span className="flex items-center gap-3 text-14 text-muted">
              {fact.recall !== null && (
                <span className="w-24">
                  <MasteryBar facts={1} begun={1} recalled={fact.recall} />
                </span>
              )}
              <span className="tabular-nums">{standing(fact)}</span>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
