"use client";

import { ArrowLeft, ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionBar } from "@/components/answer/action-bar";
import { Button } from "@/components/ui/button";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import type { QuizMoves } from "./quiz-moves";
import { canChange, isAnswered, isForward, isOnePage, type QuizState } from "./quiz-state";

type QuizActionsProps = { state: QuizState; moves: QuizMoves };

/** The way through the quiz; the one to press next is where the thumb is. */
export function QuizActions({ state, moves }: QuizActionsProps) {
  const t = useTranslations("quiz");
  const isInteractive = useIsInteractive();
  const { position, questions, answers, setup } = state;
  const isLast = position === questions.length - 1;
  const answer = answers[position]!;
  const locks = setup.isLockIn && isAnswered(answer) && canChange(state, position);
  const cannotEnd = !isInteractive || !state.isHolder || state.ending !== "no";
  const handIn = (look: "primary" | "secondary") => (
    <Button look={look} disabled={cannotEnd} className="grow disabled:opacity-50 sm:grow-0" onClick={moves.askToEnd}>
      {t("handIn.button")}
    </Button>
  );
  if (isOnePage(state)) return <ActionBar>{<div className="flex">{handIn("primary")}</div>}</ActionBar>;
  return (
    <ActionBar>
      <div className="flex flex-wrap gap-2">
        {!isForward(state) && (
          <Button disabled={!isInteractive || position === 0} className="disabled:opacity-50" aria-label={t("previous")} onClick={moves.goBack}>
            <ArrowLeft aria-hidden size={18} strokeWidth={1.5} />
            <span className="hidden sm:inline">{t("previous")}</span>
          </Button>
        )}
        {isLast ? (
          handIn("primary")
        ) : (
          <Button look="primary" disabled={!isInteractive || (isForward(state) && !canChange(state, position))} className="grow disabled:opacity-50 sm:grow-0" onClick={() => moves.goOn(position)}>
            {t(isForward(state) ? "goOn" : locks ? "lockAndNext" : "next")}
            <ArrowRight aria-hidden size={18} strokeWidth={1.5} />
          </Button>
        )}
      </div>
    </ActionBar>
  );
}
