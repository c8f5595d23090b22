"use client";

import { Check, CircleSlash2, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import { unbroken } from "@/components/ui/unbroken";
import type { Feedback } from "@/lib/grading/feedback";
import { answerKindOf, type StudyCard } from "@/lib/questions/study-card";
import { AnswerFacts } from "./answer-facts";
import { SourceList } from "./source-list";
import { useGradingNote } from "./use-grading-note";

type VerdictProps = { feedback: Feedback; card: Pick<StudyCard, "form" | "options" | "prompts">; showsReturn: boolean };

const looks = {
  right: { Icon: Check, text: "text-correct", edge: "border-correct" },
  nearly: { Icon: CircleSlash2, text: "text-wrong", edge: "border-wrong" },
  wrong: { Icon: X, text: "text-wrong", edge: "border-wrong" },
} as const;

/** A fact may be recalled in an answer that is only partly right. */
function outcomeOf({ isRight, score, verdict }: Feedback): keyof typeof looks {
  if (verdict === "partial") return "nearly";
  return isRight ? "right" : score > 0 ? "nearly" : "wrong";
}

/** Says in words what the icon and the colour say, then the facts, then what the chosen options are true of. */
export function Verdict({ feedback, card, showsReturn }: VerdictProps) {
  const t = useTranslations("study");
  const block = useRef<HTMLDivElement>(null);
  // Below a map or a long list it would come unseen; the page goes no further than it must.
  useEffect(() => {
    const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    block.current?.scrollIntoView({ block: "nearest", behavior: isCalm ? "auto" : "smooth" });
  }, []);
  const note = useGradingNote(feedback.note);
  const outcome = outcomeOf(feedback);
  const { answer, about, dueInDays } = feedback;
  const { Icon, text, edge } = looks[outcome];
  return (
    <section className="flex animate-settle flex-col gap-3">
      <div ref={block} data-testid="verdict" className={classNames("flex scroll-mb-24 flex-col gap-2 border-l-2 pl-4 sm:scroll-mb-44", edge)}>
        <p className={classNames("flex items-center gap-2 text-18 font-semibold", text)}>
          <Icon aria-hidden size={22} strokeWidth={2.2} />
          {t(`verdict.${outcome}`)}
        </p>
        {note && answerKindOf(card) !== "choice" && <p className="max-w-measure">{note}</p>}
        <AnswerFacts answer={answer} card={card} isRight={outcome === "right"} />
        {about.length === 1 && <p className="max-w-measure text-muted">{t("verdict.chosen", { statement: unbroken(about[0]!.statement) })}</p>}
        {about.length > 1 && (
          <div className="max-w-measure text-muted">
            <p>{t("verdict.chosenSeveral")}</p>
            <ul className="list-disc pl-5">
              {about.map(({ option, statement }) => (
                <li key={option}>{unbroken(statement)}</li>
              ))}
            </ul>
          </div>
        )}
        {showsReturn && <p className="text-14 text-muted">{dueInDays === 0 ? t("back.session") : t("back.days", { days: dueInDays })}</p>}
      </div>
      <SourceList answer={answer} />
    </section>
  );
}
