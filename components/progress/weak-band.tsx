import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { studyAddress, type StudyScope } from "@/lib/questions/study-request";
import { Band } from "./band";
import { WeakExport, type ExportOf } from "./weak-export";
import { WeakFacts, type ShownWeakFact } from "./weak-facts";
import { WeakPairs, type ShownPair } from "./weak-pairs";

type ShownWeak = { hard: number; confused: number; facts: readonly ShownWeakFact[]; pairs: readonly ShownPair[]; isFiltered: boolean };

const cards = 20;

/** Of a set or class, what is listed; else all that is weak, the most forgotten first. */
const scopeOf = ({ facts, isFiltered }: ShownWeak): StudyScope => (isFiltered ? { kind: "facts", ids: facts.map(({ id }) => id) } : { kind: "weak" });

/** What is forgotten again and again, what is taken for what, and the answers themselves to take away. */
export function WeakBand({ report, filter }: { report: ShownWeak; filter: ExportOf }) {
  const t = useTranslations("progressWeak");
  const { hard, confused, facts, pairs } = report;
  const study = facts.length > 0 && (
    <LinkButton href={studyAddress({ scope: scopeOf(report), mode: "mix", length: { unit: "cards", count: cards } })} rel="nofollow" prefetch={false}>
      {t("study")}
    </LinkButton>
  );
  return (
    <div className="flex flex-col gap-10">
      <Band question={t("title")} answer={hard + confused === 0 ? t("nothing") : t("answer", { hard, confused })} action={study}>
        {hard + confused > 0 && (
          <div className="grid items-start gap-6 lg:grid-cols-2">
            {facts.length > 0 && <WeakFacts facts={facts} all={hard} />}
            {pairs.length > 0 && <WeakPairs pairs={pairs} all={confused} />}
          </div>
        )}
      </Band>
      <WeakExport of={filter} />
    </div>
  );
}
