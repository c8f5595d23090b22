import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { QuestionStem } from "@/components/answer/question-stem";
import { ResultDrawing } from "@/components/quiz-results/result-drawing";
import type { QuestionFace } from "@/lib/questions/study-card";
import type { ItemStatistics } from "@/lib/statistics/item-statistics";
import type { Verdict } from "@/lib/statistics/verdicts";
import { AnalysisInterval } from "./analysis-interval";
import { AnalysisOptions } from "./analysis-options";
import { AnalysisTyped } from "./analysis-typed";
import { AnalysisRegrade, type RegradeActions } from "./analysis-regrade";
import { AnalysisVerdict } from "./analysis-verdict";
import { useAnalysisWords } from "./analysis-words";

export type ShownAnalysed = {
  number: number;
  face: Omit<QuestionFace, "asks">;
  answer: string;
  statement: string;
  statistics: ItemStatistics;
  verdicts: Verdict[];
  typed: { text: string; count: number; isRight: boolean }[];
  isLeftOut: boolean;
};

/** Null where nothing can be changed any more. */
type Regrading = { assignmentId: string; revision: number; actions: RegradeActions } | null;

/** A question's line in the list, which opens in place. */
export function AnalysisQuestion({ question, regrading }: { question: ShownAnalysed; regrading: Regrading }) {
  const t = useTranslations("analysis.regrade");
  const words = useAnalysisWords();
  const { number, face, statistics, verdicts, isLeftOut } = question;
  return (
    <details className="group">
      <summary className="grid list-none grid-cols-[1.75rem_minmax(0,1fr)_1.25rem] gap-x-3 gap-y-1 py-3 hover:bg-sunken lg:grid-cols-[1.75rem_minmax(0,1fr)_20rem_11rem_1.25rem] lg:items-center [&::-webkit-details-marker]:hidden">
        <span className="text-muted tabular-nums">{number}</span>
        <span className="line-clamp-2 wrap-anywhere group-open:line-clamp-none">
          <QuestionStem stem={face.stem} />
        </span>
        <ChevronDown aria-hidden size={18} strokeWidth={2} className="mt-1 text-muted transition-transform group-open:rotate-180 lg:order-last lg:mt-0" />
        <span className="col-start-2 flex flex-col gap-1 text-14 text-muted tabular-nums lg:col-start-auto">
          <span>{[words.facility(statistics), words.discrimination(statistics)].join(" · ")}</span>
          <AnalysisInterval figures={statistics} />
        </span>
        <span className="col-start-2 text-14 lg:col-start-auto">
          {isLeftOut ? <span className="font-medium text-muted">{t("isLeftOut")}</span> : <AnalysisVerdict code={verdicts[0]!.code} />}
        </span>
      </summary>
      <Opened question={question} regrading={regrading} />
    </details>
  );
}

function Opened({ question: { number, face, answer, statement, statistics, verdicts, typed, isLeftOut }, regrading }: { question: ShownAnalysed; regrading: Regrading }) {
  const [t, site] = [useTranslations("analysis.question"), useTranslations("site")];
  const words = useAnalysisWords();
  const textOf = (key: string) => face.options[statistics.options.findIndex((option) => option.key === key)] ?? key;
  return (
    <div className="flex flex-col gap-4 pt-1 pb-6 sm:pl-10">
      <ul className="flex max-w-measure flex-col gap-1">
        {verdicts.map((verdict) => (
          <li key={verdict.code}>{words.advice(verdict, textOf)}</li>
        ))}
      </ul>
      {face.figure && <ResultDrawing figure={face.figure} described={face.described} />}
      <div className="flex max-w-measure flex-col gap-1">
        <p className="font-medium wrap-anywhere">{t("key", { answer })}</p>
        <p className="text-14 text-muted wrap-anywhere">{statement}</p>
      </div>
      {statistics.options.length > 0 && <AnalysisOptions number={number} texts={face.options} options={statistics.options} />}
      {typed.length > 0 && <AnalysisTyped number={number} typed={typed} />}
      <p className="max-w-measure text-14 text-muted tabular-nums">{words.counts(statistics)}</p>
      {regrading && <AnalysisRegrade {...regrading} itemId={statistics.itemId} number={number} isLeftOut={isLeftOut} closeLabel={site("close")} />}
    </div>
  );
}
