import { Flag } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, type ReactNode } from "react";
import { QuestionStem } from "@/components/answer/question-stem";
import { SourceList } from "@/components/study/source-list";
import { useGradingNote } from "@/components/study/use-grading-note";
import { answerKindOf } from "@/lib/questions/study-card";
import { ResultDetails } from "./result-details";
import { ResultDrawing } from "./result-drawing";
import { ResultGiven } from "./result-given";
import { ResultOutcome } from "./result-outcome";
import { ResultWhy } from "./result-why";
import type { ShownQuestion } from "./shown-results";
import { useDuration } from "./use-duration";

type ResultQuestionProps = { question: ShownQuestion; isCertaintyAsked: boolean };

/** What was asked, what was answered, what is right and why. */
export function ResultQuestion({ question, isCertaintyAsked }: ResultQuestionProps) {
  const t = useTranslations("quizResults.question");
  const form = useTranslations("factHistory.answers.form");
  const duration = useDuration();
  const titleId = useId();
  const { position, stem, figure, described, given, certainty, isFlagged, outcome, elapsedMs } = question;
  const isSure = isCertaintyAsked && given !== null;
  return (
    <article aria-labelledby={titleId} className="flex flex-col gap-4">
      <div className="flex flex-col gap-2">
        <p className="flex flex-wrap items-center gap-x-2 text-14 text-muted tabular-nums">
          {[t("number", { number: position + 1 }), form(question.form), elapsedMs > 0 && duration(elapsedMs), isSure && t(`certainty.${certainty ?? 1}`)].filter(Boolean).join(" · ")}
          {isFlagged && (
            <span className="inline-flex items-center gap-1">
              <Flag aria-hidden size={14} strokeWidth={2} />
              {t("flagged")}
            </span>
          )}
        </p>
        <h3 id={titleId} className="max-w-measure text-18">
          <QuestionStem stem={stem} />
        </h3>
      </div>
      {figure && <ResultDrawing figure={figure} described={described} />}
      {outcome === "right" ? <RightAnswer question={question} /> : <OtherAnswer question={question} />}
    </article>
  );
}

function Judged({ question, children }: { question: ShownQuestion; children?: ReactNode }) {
  const told = useGradingNote(question.feedback.note);
  return (
    <div className="flex flex-col gap-2">
      <ResultOutcome question={question} />
      {told && answerKindOf(question) !== "choice" && <p className="max-w-measure">{told}</p>}
      {children}
    </div>
  );
}

function OtherAnswer({ question }: { question: ShownQuestion }) {
  return (
    <>
      <ResultGiven question={question} />
      <Judged question={question}>
        <ResultWhy question={question} />
      </Judged>
      <SourceList answer={question.feedback.answer} />
    </>
  );
}

/** One fact is said at once; an order and pairs have many, and the learner has just put them so. */
function RightAnswer({ question }: { question: ShownQuestion }) {
  const { position, feedback } = question;
  const isLong = (feedback.answer.more ?? []).length > 0;
  return (
    <>
      <Judged question={question}>{!isLong && <ResultWhy question={question} />}</Judged>
      <ResultDetails number={position + 1}>
        <ResultGiven question={question} />
        {isLong && <ResultWhy question={question} />}
        <SourceList answer={feedback.answer} />
      </ResultDetails>
    </>
  );
}
