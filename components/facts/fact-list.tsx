import { useTranslations } from "next-intl";
import Link from "next/link";
import type { SourceLine } from "@/lib/questions/study-card";

export type ShownFact = {
  id: string;
  text: string;
  statement: string;
  link?: { id: string; name: string };
  asOf?: string;
  assurance: "verified" | "single-source" | "disputed";
  sources: SourceLine[];
};
export type ShownGroup = { predicate: string; label: string; facts: ShownFact[] };

type FactListProps = { groups: readonly ShownGroup[]; numberOf: (source: SourceLine) => number };

/** Several plain values under one label differ in what narrows them, which only their sentences say. */
const needsSentences = (facts: readonly ShownFact[]) => facts.length > 1 && facts.some((fact) => !fact.link);

export function FactList({ groups, numberOf }: FactListProps) {
  return (
    <dl className="border-t border-line">
      {groups.map(({ predicate, label, facts }) => (
        <div key={predicate} className="grid gap-x-6 border-b border-line py-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,5fr)]">
          <dt className="text-muted">{label}</dt>
          {facts.map((fact) => (
            <FactValue key={fact.id} fact={fact} isSentence={needsSentences(facts)} numberOf={numberOf} />
          ))}
        </div>
      ))}
    </dl>
  );
}

function FactValue({ fact, isSentence, numberOf }: { fact: ShownFact; isSentence: boolean; numberOf: FactListProps["numberOf"] }) {
  const t = useTranslations("explore.entity");
  const notes = [
    fact.asOf && !isSentence ? t("asOf", { date: fact.asOf }) : null,
    fact.assurance === "disputed" ? t("disputed") : null,
  ].filter((note) => note !== null);
  return (
    <dd className="flex justify-between gap-4 py-0.5 sm:col-start-2">
      <span className="min-w-0">
        {isSentence ? fact.statement : fact.link ? <EntityLink {...fact.link} /> : fact.text}
        {notes.length > 0 && <span className="text-14 text-muted"> ({notes.join("; ")})</span>}
      </span>
      <span className="flex shrink-0 flex-wrap justify-end gap-1 self-start max-w-2/5">
        {fact.sources.map((source) => {
          const number = numberOf(source);
          return (
            <a
              key={number}
              href={`#source-${number}`}
              aria-label={t("sourceMark", { number })}
              className="min-w-6 rounded-full bg-sunken px-1.5 text-center text-14 leading-6 text-muted tabular-nums hover:text-ink"
            >
              {number}
            </a>
          );
        })}
      </span>
    </dd>
  );
}

function EntityLink({ id, name }: { id: string; name: string }) {
  return (
    <Link href={`/explore/${id}`} prefetch={false} className="link">
      {name}
    </Link>
  );
}
