"use client";

import { Flag, Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import type { QuizMoves } from "./quiz-moves";
import { isAnswered, isForward, type GivenAnswer, type QuizState } from "./quiz-state";

type QuestionFootProps = { position: number; answer: GivenAnswer; setup: QuizState["setup"]; isOpen: boolean; isAmongOthers: boolean; moves: QuizMoves };

/** What can be done with an answer besides giving it, and what going on will do to it. */
export function QuestionFoot({ position, answer, setup, isOpen, isAmongOthers, moves }: QuestionFootProps) {
  const t = useTranslations("quiz.answer");
  const given = isAnswered(answer);
  if (answer.isFinal) {
    return (
      <p className="flex items-center gap-2 text-14 text-muted">
        <Lock aria-hidden size={16} strokeWidth={1.5} />
        {t("locked")}
      </p>
    );
  }
  const rule = isForward({ setup }) ? t("forwardNote") : setup.isLockIn ? t(isAmongOthers ? "lockNote" : "goOnNote") : null;
  return (
    <div className="flex flex-col gap-2">
      {rule && <p className="text-14 text-muted">{rule}</p>}
      <div className="-mx-3 flex flex-wrap items-center gap-2">
        {!isForward({ setup }) && <FlagButton isFlagged={answer.isFlagged} isOpen={isOpen} onFlag={() => moves.flag(position)} />}
        {given && isOpen && (
          <Button look="quiet" onClick={() => moves.change(position, { response: null, certainty: null })}>
            <span className="text-14 font-normal text-muted">{t("clear")}</span>
          </Button>
        )}
        {given && isOpen && isAmongOthers && setup.isLockIn && <Button onClick={() => moves.change(position, { isFinal: true })}>{t("lock")}</Button>}
      </div>
    </div>
  );
}

function FlagButton({ isFlagged, isOpen, onFlag }: { isFlagged: boolean; isOpen: boolean; onFlag: () => void }) {
  const t = useTranslations("quiz");
  return (
    <Button look="quiet" aria-pressed={isFlagged} aria-disabled={!isOpen || undefined} onClick={() => isOpen && onFlag()}>
      <Flag aria-hidden size={16} strokeWidth={1.5} className={classNames(isFlagged ? "fill-current" : "text-muted")} />
      <span className={classNames("text-14", isFlagged ? "font-medium" : "font-normal text-muted")}>{t("flag")}</span>
    </Button>
  );
}
