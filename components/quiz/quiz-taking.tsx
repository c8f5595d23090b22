"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { sessionHeight } from "@/components/answer/session-height";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import type { RunningQuiz } from "@/lib/quiz/exchange";
import { quizMoves } from "./make-quiz-moves";
import { QuizActions } from "./quiz-actions";
import { QuizBar } from "./quiz-bar";
import { HandInDialog, prepareQuiz, QuizKeyList } from "./quiz-chunks";
import { QuizNotices, QuizRefusals } from "./quiz-notices";
import { headingId, QuizQuestion } from "./quiz-question";
import { canChange, isForward, isOnePage } from "./quiz-state";
import { useQuiz } from "./use-quiz";
import { useQuizKeys } from "./use-quiz-keys";

type QuizTakingProps = {
  running: RunningQuiz;
  closeLabel: string;
  /** Whether keys of one character do something. */
  hasShortcuts: boolean;
  saveShortcuts: (hasShortcuts: boolean) => Promise<unknown>;
};

export function QuizTaking({ running, closeLabel, hasShortcuts: hadShortcuts, saveShortcuts }: QuizTakingProps) {
  const t = useTranslations("quiz");
  const { state, dispatch, status, leftMs, isStuck, isHeldUp, take, flush } = useQuiz(running);
  const [dialog, setDialog] = useState<"hand-in" | "keys" | null>(null);
  const [hasShortcuts, setHasShortcuts] = useState(hadShortcuts);
  const close = () => setDialog(null);
  const canEnd = state.isHolder && state.ending === "no";
  const moves = quizMoves(state, dispatch, { flush, onAskToEnd: () => canEnd && setDialog("hand-in"), onHelp: () => setDialog("keys") });
  useQuizKeys(state, moves, hasShortcuts);
  useEffect(() => prepareQuiz(running.questions, running.setup.marking === "certainty"), [running]);

  const { position, questions, answers, setup, ending } = state;
  const onePage = isOnePage(state);
  const isFewer = questions.length < setup.count;
  const switchShortcuts = (isOn: boolean) => {
    setHasShortcuts(isOn);
    // Offline it holds for this page.
    saveShortcuts(isOn).catch(() => undefined);
  };
  const shown = questions.filter((question) => question !== null).filter((question) => onePage || question.position === position);
  useHeadingFocus(onePage ? null : (shown[0]?.position ?? null));

  return (
    <div className={classNames("flex flex-col gap-6", sessionHeight)}>
      {onePage && <h1 className="sr-only">{t("title")}</h1>}
      <QuizBar state={state} leftMs={leftMs} status={status} onGo={moves.go}>
        <QuizNotices state={state} isHeldUp={isHeldUp} isStuck={isStuck} onTakeOver={take} onCallOff={() => dispatch({ type: "end-called-off" })} />
      </QuizBar>
      <QuizRefusals refusals={state.refusals} />
      {isFewer && (onePage || position === 0) && <p className="max-w-measure text-14 text-muted">{t("fewer", { count: questions.length, wanted: setup.count })}</p>}
      <div className="flex flex-col gap-12">
        {shown.map((question) => (
          <QuizQuestion
            key={question.position}
            question={question}
            answer={answers[question.position]!}
            at={question.position === position ? state.at : null}
            isOpen={canChange(state, question.position)}
            moves={moves}
            total={questions.length}
            setup={setup}
            isAmongOthers={onePage}
          />
        ))}
        {shown.length === 0 && <p className="py-12 text-muted">{t("fetching")}</p>}
      </div>
      <QuizActions state={state} moves={moves} />
      <div className="-mx-3 mt-auto flex flex-wrap gap-2">
        {!onePage && position < questions.length - 1 && (
          <Button look="quiet" disabled={!canEnd} className="disabled:opacity-50" onClick={moves.askToEnd}>
            <span className="text-14 font-normal text-muted">{t("handIn.button")}</span>
          </Button>
        )}
        <Button look="quiet" className="hidden! sm:inline-flex!" onClick={moves.help}>
          <span className="text-14 font-normal text-muted">{t("keys.open")}</span>
        </Button>
      </div>
      {dialog === "hand-in" && ending === "no" && (
        <HandInDialog
          state={state}
          closeLabel={closeLabel}
          onClose={close}
          onGo={(to) => {
            close();
            moves.go(to);
          }}
          onHandIn={() => {
            close();
            dispatch({ type: "asked-to-end" });
          }}
        />
      )}
      {dialog === "keys" && <QuizKeyList closeLabel={closeLabel} isForward={isForward(state)} hasShortcuts={hasShortcuts} onShortcuts={switchShortcuts} onClose={close} />}
    </div>
  );
}

/** Says where one is; the first question too, as the page begins with it. */
function useHeadingFocus(position: number | null): void {
  const before = useRef<number | null>(null);
  useEffect(() => {
    if (position === null || before.current === position) return;
    before.current = position;
    document.getElementById(headingId(position))?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [position]);
}
