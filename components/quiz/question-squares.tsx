"use client";

import { Check, Flag, Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import { isAnswered, isForward, type QuizState } from "./quiz-state";

type QuestionSquaresProps = { state: QuizState; onGo: (position: number) => void };

type Standing = "answered" | "open" | "locked" | "ahead";

function standingOf({ questions, answers }: QuizState, position: number): Standing {
  const answer = answers[position]!;
  if (questions[position] === null) return "ahead";
  if (answer.isFinal) return "locked";
  return isAnswered(answer) ? "answered" : "open";
}

/** The questions as squares: which is shown, answered, flagged or locked, by signs and not by colour alone. */
export function QuestionSquares({ state, onGo }: QuestionSquaresProps) {
  const t = useTranslations("quiz.questions");
  const current = useRef<HTMLLIElement>(null);
  const { position, answers } = state;
  // On a phone the squares are one row that is pushed aside.
  useEffect(() => {
    // Its value, a promise in new browsers, is no clean-up.
    current.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [position]);
  return (
    <nav aria-label={t("label")}>
      <ol className="-mx-4 flex scroll-px-8 gap-1.5 overflow-x-auto px-4 py-1 sm:mx-0 sm:max-h-[25dvh] sm:flex-wrap sm:px-0.5">
        {answers.map(({ isFlagged }, i) => {
          const standing = standingOf(state, i);
          const label = t(isFlagged ? "squareFlagged" : "square", { number: i + 1, state: t(standing) });
          return (
            <li key={i} ref={i === position ? current : null} className="shrink-0">
              <Square number={i + 1} label={label} standing={standing} isFlagged={isFlagged} isCurrent={i === position} onGo={isForward(state) ? null : () => onGo(i)} />
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

type SquareProps = { number: number; label: string; standing: Standing; isFlagged: boolean; isCurrent: boolean; onGo: (() => void) | null };

const looks: Record<Standing, string> = {
  answered: "border-control bg-sunken",
  locked: "border-control bg-sunken",
  open: "border-control bg-surface",
  ahead: "border-dashed border-line bg-paper text-muted",
};

/** Where there is no way back a square only shows. */
function Square({ number, label, standing, isFlagged, isCurrent, onGo }: SquareProps) {
  const isInteractive = useIsInteractive();
  const style = classNames("relative flex h-11 w-11 flex-col items-center justify-center rounded-key border text-14 tabular-nums sm:h-10 sm:w-7.5", looks[standing], (isFlagged || standing === "answered" || standing === "locked") && "pb-3.5", isCurrent && "border-ink font-semibold ring-1 ring-ink forced-colors:border-3");
  const signs = (
    <>
      <span aria-hidden>{number}</span>
      <span aria-hidden className="absolute bottom-1 flex sm:bottom-0.5 gap-0.5">
        {standing === "answered" && <Check size={12} strokeWidth={2.5} />}
        {standing === "locked" && <Lock size={11} strokeWidth={2} />}
        {isFlagged && <Flag size={11} strokeWidth={2} className="fill-accent text-accent" />}
      </span>
    </>
  );
  if (!onGo) {
    return (
      <span role="img" aria-label={label} aria-current={isCurrent ? "step" : undefined} className={style}>
        {signs}
      </span>
    );
  }
  return (
    <button type="button" disabled={!isInteractive} aria-label={label} aria-current={isCurrent ? "step" : undefined} onClick={onGo} className={classNames(style, "hover:border-ink")}>
      {signs}
    </button>
  );
}
