"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { SendStatus } from "@/components/answer/sender";
import { QuestionSquares } from "./question-squares";
import { QuizTimer } from "./quiz-timer";
import { isAnswered, isForward, waitingPositions, type QuizState } from "./quiz-state";
import { SaveWords } from "./save-words";

type QuizBarProps = { state: QuizState; leftMs: number | null; status: SendStatus; onGo: (position: number) => void; children: ReactNode };

/** Time, what is saved, the questions, and what stands in the way: slim, and always in sight. */
export function QuizBar({ state, leftMs, status, onGo, children }: QuizBarProps) {
  const t = useTranslations("quiz");
  const { answers, paperLimitMs, question, setup } = state;
  const limitMs = isForward(state) ? (question?.limitMs ?? null) : paperLimitMs;
  const waiting = waitingPositions(state).length;
  return (
    <div className="sticky top-0 z-10 -mx-4 flex flex-col gap-1.5 border-b border-line bg-paper px-4 pt-1 pb-2 sm:mx-0 sm:px-0">
      <div className="flex min-h-11 items-center justify-between gap-3">
        {leftMs !== null && limitMs !== null ? (
          <QuizTimer leftMs={leftMs} limitMs={limitMs} isForQuestion={isForward(state)} />
        ) : (
          <p className="text-14 whitespace-nowrap text-muted">{setup.timer.kind === "none" ? t("time.none") : t("questions.count", { answered: answers.filter(isAnswered).length, total: answers.length })}</p>
        )}
        <SaveWords status={status} waiting={waiting} hasSaved={answers.some(({ sequence, isWaiting }) => sequence > 0 && !isWaiting)} />
      </div>
      <QuestionSquares state={state} onGo={onGo} />
      {children}
    </div>
  );
}
