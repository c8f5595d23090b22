"use client";

import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useEffect, useRef, useState } from "react";
import { ActionBar } from "@/components/answer/action-bar";
import { sessionHeight } from "@/components/answer/session-height";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Skeleton } from "@/components/ui/skeleton";
import { CheckBar, prepareFor } from "./answer-chunks";
import { AnswerExtras, ChangedNotice, prepareMenu } from "./card-menu";
import { FlashcardActions } from "./flashcard";
import type { PutAside } from "./put-aside-notice";
import { QuestionCard } from "./question-card";
import { SessionFoot } from "./session-foot";
import { SessionHead } from "./session-head";
import { canUndo, type Stage } from "./session-state";
import { Kept, Stuck } from "./session-troubles";
import { useStudyKeys } from "./use-study-keys";
import { useStudySession, type SessionStart } from "./use-study-session";
import { Verdict } from "./verdict";

const loadSummary = () => import("./session-summary").then((file) => file.SessionSummary);
const SessionSummary = dynamic(loadSummary, { loading: () => <Skeleton className="h-80" /> });
const loadHelp = () => import("./keyboard-help").then((file) => file.KeyboardHelp);
const loadNotice = () => import("./put-aside-notice").then((file) => file.PutAsideNotice);
const KeyboardHelp = dynamic(loadHelp, { ssr: false });
const PutAsideNotice = dynamic(loadNotice, { ssr: false });

type StudySessionProps = SessionStart & {
  isGuest: boolean;
  closeLabel: string;
  /** Whether keys of one character do something. */
  hasShortcuts: boolean;
  saveShortcuts: (hasShortcuts: boolean) => Promise<unknown>;
};

export function StudySession({ isGuest, closeLabel, hasShortcuts: hadShortcuts, saveShortcuts, ...start }: StudySessionProps) {
  const t = useTranslations("study");
  const { state, save, refusal, answer, undo, draft, flip, goOn, decide, prolong, retry } = useStudySession(start);
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const [hasShortcuts, setHasShortcuts] = useState(hadShortcuts);
  const [asideNow, setAsideNow] = useState<(PutAside & { presentationId: string; answered: number }) | null>(null);
  const { stage, queue, history } = state;
  const help = () => void loadHelp().then(() => setIsHelpOpen(true), () => undefined);
  const undoLast = canUndo(state) ? undo : null;
  const checkDraft = () => stage.at === "asking" && stage.draft && answer(stage.draft.response);
  const leave = (presentationId: string, choice: PutAside) => {
    decide(presentationId, choice.factId, choice.how);
    const showNotice = () => setAsideNow({ ...choice, presentationId, answered: history.length });
    void loadNotice().then(showNotice, () => undefined);
  };
  // The first question is for now; what the next ones, the dialogs and the end need comes while the learner reads the verdict.
  const hasBegun = history.length > 0 || (stage.at === "asking" && stage.isFlipped);
  useEffect(() => {
    if (!hasBegun) return;
    queue.forEach(prepareFor);
    prepareMenu();
    loadSummary().catch(() => undefined);
  }, [queue, hasBegun]);
  useStudyKeys(stage, { answer, draft, flip, goOn, help, undo }, hasShortcuts);

  const switchShortcuts = (isOn: boolean) => {
    setHasShortcuts(isOn);
    // Offline it holds for this session.
    saveShortcuts(isOn).catch(() => undefined);
  };

  return (
    // As high as the window, so that nothing in it moves when the verdict comes in below the question.
    <div className={classNames("flex flex-col gap-6", sessionHeight)} data-awaits-verdict={awaitsVerdict(stage, save.kind === "waiting") || undefined}>
      <SessionHead state={state} save={save} refusal={refusal} />
      {"card" in stage && stage.card.changedFrom !== undefined && <ChangedNotice from={stage.card.changedFrom} />}
      {"card" in stage && <QuestionCard key={`${stage.card.presentationId} ${state.undone}`} stage={stage} onAnswer={answer} onDraft={draft} />}
      <div aria-live="polite" className="empty:-mt-6">
        {stage.at === "verdict" && <Verdict feedback={stage.feedback} card={stage.card} showsReturn />}
      </div>
      {isBackInSight(stage) && <AnswerExtras card={stage.card} onPutAside={leave} />}
      {stage.at === "verdict" && <GoOn label={t("next")} onGoOn={goOn} />}
      {stage.at === "asking" && stage.draft && <CheckBar draft={stage.draft} onCheck={checkDraft} />}
      {stage.at === "asking" && stage.card.form === "flashcard" && (
        <FlashcardActions card={stage.card} isFlipped={stage.isFlipped} onFlip={flip} onRate={(rating) => answer({ kind: "rating", rating })} />
      )}
      {stage.at === "checking" && save.kind === "waiting" && (save.isExpired ? <Stuck problem="expired" onRetry={retry} /> : <Kept onGoOn={goOn} />)}
      {stage.at === "waiting" && <Skeleton className="h-80" />}
      {stage.at === "stuck" && <Stuck problem={stage.problem} onRetry={retry} />}
      {stage.at === "done" && <SessionSummary state={state} asked={start.asked} isGuest={isGuest} onUndo={undoLast} onProlong={prolong} />}
      {"card" in stage && <SessionFoot className={footPlace(stage, save.kind === "waiting")} stage={stage} hasShortcuts={hasShortcuts} onUndo={undoLast} onHelp={help} onPutAside={leave} />}
      {isHelpOpen && <KeyboardHelp closeLabel={closeLabel} hasShortcuts={hasShortcuts} onShortcuts={switchShortcuts} onClose={() => setIsHelpOpen(false)} />}
      {/* It stays until the next answer: nothing goes by itself. */}
      {asideNow && history.length <= asideNow.answered && <PutAsideNotice key={asideNow.factId} putAside={asideNow} onTakeUp={() => decide(asideNow.presentationId, asideNow.factId, "resume")} onClose={() => setAsideNow(null)} />}
    </div>
  );
}

/** Whether the answer is in sight: after the verdict, or on the back of a flashcard. */
const isBackInSight = (stage: Stage): stage is Extract<Stage, { at: "asking" | "verdict" }> => stage.at === "verdict" || (stage.at === "asking" && stage.isFlipped);

/** Whether the next thing to press is at the foot of the page. */
const needsThumb = (stage: Stage) => stage.at === "verdict" || (stage.at === "asking" && (stage.draft !== null || stage.card.form === "flashcard"));

/** While the answer is on its way: what is below the question goes out of sight, the page's footer too, as the verdict may push it down. */
const awaitsVerdict = (stage: Stage, isKept: boolean) => stage.at === "checking" && !isKept;

/** At the lower edge with room for the ring of the focus, on a phone above what is to be pressed. Of what was invisible only, browsers still count that it moved. */
const footPlace = (stage: Stage, isKept: boolean) => classNames("mt-auto", needsThumb(stage) ? "sm:pb-2" : "pb-2", awaitsVerdict(stage, isKept) && "invisible opacity-0");

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
