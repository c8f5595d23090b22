"use client";

import { Check, CircleSlash2, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { unbroken } from "@/components/ui/unbroken";
import type { Feedback } from "@/lib/grading/feedback";
import type { StudyCard } from "@/lib/questions/study-card";
import { SourceList } from "./source-list";
import { useGradingNote } from "./use-grading-note";

type VerdictProps = { feedback: Feedback; form: StudyCard["form"]; showsReturn: boolean };

const looks = {
  right: { Icon: Check, text: "text-correct", edge: "border-correct" },
  nearly: { Icon: CircleSlash2, text: "text-wrong", edge: "border-wrong" },
  wrong: { Icon: X, text: "text-wrong", edge: "border-wrong" },
} as const;

const outcomeOf = ({ isRight, score }: Feedback) => (isRight ? "right" : score > 0 ? "nearly" : "wrong");

/** Says in words what the icon and the colour say, then the fact, then what the chosen option is true of. */
export function Verdict({ feedback, form, showsReturn }: VerdictProps) {
  const t = useTranslations("study");
  const note = useGradingNote(feedback.note);
  const outcome = outcomeOf(feedback);
  // Among options the right one is marked in its place.
  const isChoice = form === "multiple-choice";
  const { Icon, text, edge } = looks[outcome];
  return (
    <section className="flex animate-settle flex-col gap-3">
      <div data-testid="verdict" className={classNames("flex flex-col gap-2 border-l-2 pl-4", edge)}>
        <p className={classNames("flex items-center gap-2 text-18 font-semibold", text)}>
          <Icon aria-hidden size={22} strokeWidth={2.2} />
          {t(`verdict.${outcome}`)}
        </p>
        {note && !isChoice && <p className="max-w-measure">{note}</p>}
        {outcome !== "right" && !isChoice && <p className="max-w-measure font-medium">{t("verdict.answer", { answer: unbroken(feedback.answer.text) })}</p>}
        <p className="max-w-measure">{unbroken(feedback.answer.statement)}</p>
        {feedback.about.map(({ option, statement }) => (
          <p key={option} className="max-w-measure text-muted">
            {t("verdict.chosen", { statement: unbroken(statement) })}
          </p>
        ))}
        {showsReturn && (
          <p className="text-14 text-muted">{feedback.dueInDays === 0 ? t("back.session") : t("back.days", { days: feedback.dueInDays })}</p>
        )}
      </div>
      <SourceList sources={feedback.answer.sources} />
    </section>
  );
}
