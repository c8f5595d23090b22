"use client";

import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { LinkButton } from "@/components/ui/link-button";
import { Progress } from "@/components/ui/progress";
import { Skeleton } from "@/components/ui/skeleton";
import { ActionBar } from "./action-bar";
import { prepareFor } from "./answer-chunks";
import { CheckBar } from "./check-bar";
import { FlashcardActions } from "./flashcard";
import { QuestionCard } from "./question-card";
import { SaveSign } from "./save-sign";
import type { SessionCard } from "./session-card";
import type { FetchProblem, Stage } from "./session-reducer";
import { SessionFoot } from "./session-foot";
import { useStudyKeys } from "./use-study-keys";
import { useStudySession } from "./use-study-session";
import { Verdict } from "./verdict";

const ReportDialog = dynamic(() => import("./report-dialog").then((file) => file.ReportDialog), { ssr: false });
const SessionSummary = dynamic(() => import("./session-summary").then((file) => file.SessionSummary));
const KeyboardHelp = dynamic(() => import("./keyboard-help").then((file) => file.KeyboardHelp), { ssr: false });

type StudySessionProps = { cards: SessionCard[]; left: number; isGuest: boolean; closeLabel: string };

export function StudySession({ cards, left, isGuest, closeLabel }: StudySessionProps) {
  const t = useTranslations("study");
  const { state, save, refusal, answer, draft, flip, goOn, retry } = useStudySession({ cards, left });
  const [opened, setOpened] = useState<"help" | "report" | null>(null);
  const close = () => setOpened(null);
  const { stage, queue } = state;
  const checkDraft = () => stage.at === "asking" && stage.draft && answer(stage.draft.response);
  // The first question is for now; what the next ones need comes while the learner reads the verdict.
  const hasBegun = state.answeredIds.size > 0 || (stage.at === "asking" && stage.isFlipped);
  useEffect(() => {
    if (hasBegun) queue.forEach(prepareFor);
  }, [queue, hasBegun]);
  useStudyKeys(stage, { answer, draft, flip, goOn, help: () => setOpened("help") });

  return (
    <div className={classNames("flex flex-col gap-6", needsThumb(stage) && "min-h-[calc(100dvh-5.125rem)] sm:min-h-0")}>
      <div className="flex flex-col gap-2">
        <Progress label={t("progress")} value={state.answered} max={state.answered + state.left} />
        <div className="flex justify-between gap-4 text-14 text-muted">
          <div className="flex shrink-0 gap-2">
            <p className="tabular-nums">{stage.at !== "done" && t("left", { left: state.left })}</p>
            {"card" in stage && stage.card.isNew && <p className="border-l border-line pl-2">{t("new")}</p>}
          </div>
          <SaveSign status={save} refusal={refusal} />
        </div>
      </div>
      {"card" in stage && <QuestionCard key={stage.card.presentationId} stage={stage} onAnswer={answer} onDraft={draft} />}
      <div aria-live="polite" className="empty:-mt-6">
        {stage.at === "verdict" && <Verdict feedback={stage.feedback} card={stage.card} showsReturn />}
      </div>
      {stage.at === "verdict" && <GoOn label={t("next")} onGoOn={goOn} />}
      {stage.at === "asking" && stage.draft && <CheckBar draft={stage.draft} onCheck={checkDraft} />}
      {stage.at === "asking" && stage.card.form === "flashcard" && (
        <FlashcardActions card={stage.card} isFlipped={stage.isFlipped} onFlip={flip} onRate={(rating) => answer({ kind: "rating", rating })} />
      )}
      {stage.at === "checking" && save.kind === "waiting" && (save.isExpired ? <Stuck problem="expired" onRetry={retry} /> : <Kept onGoOn={goOn} />)}
      {stage.at === "waiting" && <Skeleton className="h-80" />}
      {stage.at === "stuck" && <Stuck problem={stage.problem} onRetry={retry} />}
      {stage.at === "done" && <SessionSummary answered={state.answered} right={state.right} isGuest={isGuest} />}
      {"card" in stage && <SessionFoot onHelp={() => setOpened("help")} onReport={() => setOpened("report")} />}
      {opened === "help" && <KeyboardHelp closeLabel={closeLabel} onClose={close} />}
      {opened === "report" && "card" in stage && <ReportDialog presentationId={stage.card.presentationId} closeLabel={closeLabel} onClose={close} />}
    </div>
  );
}

/** Whether the next thing to press is at the foot of the page. */
const needsThumb = (stage: Stage) => stage.at === "verdict" || (stage.at === "asking" && (stage.draft !== null || stage.card.form === "flashcard"));

/** Takes the focus when the verdict is in; on a phone it stays where the thumb is. */
function GoOn({ label, onGoOn }: { label: string; onGoOn: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  return (
    <ActionBar>
      <Button ref={button} look="primary" className="w-full sm:w-auto" onClick={(event) => event.detail < 2 && onGoOn()}>
        {label}
      </Button>
    </ActionBar>
  );
}

function Kept({ onGoOn }: { onGoOn: () => void }) {
  const t = useTranslations("study");
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="max-w-measure">{t("save.kept")}</p>
      <Button onClick={onGoOn}>{t("skipVerdict")}</Button>
    </div>
  );
}

function Stuck({ problem, onRetry }: { problem: FetchProblem; onRetry: () => void }) {
  const t = useTranslations("study");
  return (
    <div role="alert" className="flex flex-col items-start gap-3">
      <p className="text-18">{t(`errors.${problem}`)}</p>
      {problem === "expired" ? <LinkButton href="/sign-in">{t("errors.signIn")}</LinkButton> : <Button onClick={onRetry}>{t("errors.retry")}</Button>}
    </div>
  );
}
