import { useTranslations } from "next-intl";
import { QuestionStem } from "@/components/answer/question-stem";
import { formatPoints } from "@/components/quiz-results/format-points";
import { OutcomeMark } from "@/components/quiz-results/outcome-mark";
import { ResultDrawing } from "@/components/quiz-results/result-drawing";
import { useDuration } from "@/components/quiz-results/use-duration";
import { unbroken } from "@/components/ui/unbroken";
import type { ItemType } from "@/lib/questions/item";
import type { QuestionFace } from "@/lib/questions/study-card";
import type { Certainty } from "@/lib/quiz/attempt";
import type { ResultOutcome } from "@/lib/quiz/results";

export type ShownAnswer = {
  number: number; form: ItemType; question: string; claim: string | null; given: string | null; answer: string;
  outcome: ResultOutcome; isLeftOut: boolean; points: number; mostPoints: number; certainty: Certainty | null; elapsedMs: number;
};
type PupilAnswerProps = { answer: ShownAnswer; face: Pick<QuestionFace, "options" | "prompts" | "figure" | "described"> };

/** Between names; no line begins with it. */
const dot = "\u00a0· ";

/** A question as it was put to a pupil, what they answered, and what is right. */
export function PupilAnswer({ answer: { number, form, question, claim, given, answer, outcome, isLeftOut, points, mostPoints, certainty, elapsedMs }, face }: PupilAnswerProps) {
  const t = useTranslations("analysis.pupil");
  const [formName, certain] = [useTranslations("factHistory.answers.form"), useTranslations("quizResults.question.certainty")];
  const duration = useDuration();
  return (
    <article className="flex max-w-measure flex-col gap-2">
      <p className="text-14 text-muted tabular-nums">
        {[t("question", { number }), formName(form), elapsedMs > 0 && duration(elapsedMs), certainty && certain(`${certainty}`)].filter(Boolean).join(" · ")}
      </p>
      <h2 className="text-18 wrap-anywhere"><QuestionStem stem={question} /></h2>
      {claim && <p>{t("claim", { claim })}</p>}
      {face.figure && <ResultDrawing figure={face.figure} described={face.described} />}
      {face.prompts && <p className="text-14 text-muted wrap-anywhere">{unbroken(t("prompts", { prompts: face.prompts.join(dot) }))}</p>}
      {face.options.length > 0 && <p className="text-14 text-muted wrap-anywhere">{unbroken(t("options", { options: face.options.join(dot) }))}</p>}
      <p className="wrap-anywhere">{given === null ? t("nothing") : unbroken(t("given", { given }))}</p>
      {outcome !== "right" && <p className="wrap-anywhere">{unbroken(t("answer", { answer }))}</p>}
      <p className="flex flex-wrap items-center gap-x-3">
        <OutcomeMark outcome={outcome}>{t(`outcome.${outcome}`)}</OutcomeMark>
        {mostPoints > 0 && <span className="text-14 text-muted tabular-nums">{isLeftOut ? t("leftOut") : t("points", { points: formatPoints(points), most: formatPoints(mostPoints) })}</span>}
      </p>
    </article>
  );
}
