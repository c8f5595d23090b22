import { useTranslations } from "next-intl";
import Link from "next/link";
import type { SourceLine } from "@/lib/questions/study-card";
import { needSentences, splitAround } from "./fact-frames";

export type ShownFact = {
  id: string;
  text: string;
  statement: string;
  link?: { id: string; name: string };
  asOf?: string;
  assurance: "verified" | "single-source" | "disputed";
  sources: SourceLine[];
  oftenWrong?: string[];
};
export type ShownGroup = { predicate: string; label: string; facts: ShownFact[] };

type FactListProps = {
  groups: readonly ShownGroup[];
  numberOf: (source: SourceLine) => number;
  /** Whether there is a history of it to be seen. */
  isBegun: (fact: ShownFact) => boolean;
};

export function FactList({ groups, numberOf, isBegun }: FactListProps) {
  return (
    <dl className="border-t border-line">
      {groups.map(({ predicate, label, facts }) => (
        <div key={predicate} className="grid gap-x-6 border-b border-line py-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,5fr)]">
          <dt className="text-muted">{label}</dt>
          {facts.map((fact) => (
            <FactValue key={fact.id} fact={fact} isSentence={needSentences(facts)} numberOf={numberOf} isBegun={isBegun(fact)} />
          ))}
        </div>
      ))}
    </dl>
  );
}

type FactValueProps = { fact: ShownFact; isSentence: boolean; numberOf: FactListProps["numberOf"]; isBegun: boolean };

function FactValue({ fact, isSentence, numberOf, isBegun }: FactValueProps) {
  const t = useTranslations("explore.entity");
  const notes = [
    fact.asOf && !isSentence ? t("asOf", { date: fact.asOf }) : null,
    fact.assurance === "disputed" ? t("disputed") : null,
  ].filter((note) => note !== null);
  return (
    <dd className="flex justify-between gap-4 py-0.5 sm:col-start-2">
      <span className="min-w-0">
        {isSentence ? <FactSentence fact={fact} /> : <Value {...fact} />}
        {notes.length > 0 && " "}
        {notes.length > 0 && <span className="inline-block text-14 text-muted">({notes.join("; ")})</span>}
        {isBegun && " "}
        {isBegun && <HistoryLink fact={fact} />}
        {fact.oftenWrong?.map((correction) => (
          <span key={correction} className="block pt-0.5 text-14 text-muted">
            {t("oftenWrong", { correction })}
          </span>
        ))}
      </span>
      <span className="flex shrink-0 flex-wrap justify-end gap-1 self-start max-w-2/5">
        {[...new Set(fact.sources.map(numberOf))]
          .sort((a, b) => a - b)
          .map((number) => (
            <a
              key={number}
              href={`#source-${number}`}
              aria-label={t("sourceMark", { number })}
              className="min-w-6 rounded-full bg-sunken px-1.5 text-center text-14 leading-6 text-muted tabular-nums hover:text-ink"
            >
              {number}
            </a>
          ))}
      </span>
    </dd>
  );
}

function HistoryLink({ fact: { id, statement } }: { fact: ShownFact }) {
  const t = useTranslations("explore.entity");
  return (
    <Link
      href={`/progress/facts/${id}`}
      prefetch={false}
      aria-label={t("historyOf", { statement })}
      className="inline-block text-14 leading-6 text-muted underline decoration-line underline-offset-4 hover:text-ink hover:decoration-accent print:hidden"
    >
      {t("history")}
    </Link>
  );
}

function FactSentence({ fact }: { fact: ShownFact }) {
  const { before, value, after } = splitAround(fact);
  return (
    <>
      {before}
      {value !== "" && <Value text={value} link={fact.link} />}
      {after}
    </>
  );
}

function Value({ text, link }: Pick<ShownFact, "text" | "link">) {
  if (!link) return text;
  return (
    <Link href={`/explore/${link.id}`} prefetch={false} className="link">
      {text}
    </Link>
  );
}
