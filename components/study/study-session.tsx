"use client";

import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { Progress } from "@/components/ui/progress";
import { Skeleton } from "@/components/ui/skeleton";
import type { StudyCard } from "@/lib/questions/study-card";
import { QuestionCard } from "./question-card";
import { SaveSign } from "./save-sign";
import type { FetchProblem } from "./session-reducer";
import { SessionSummary } from "./session-summary";
import { useStudyKeys } from "./use-study-keys";
import { useStudySession } from "./use-study-session";
import { Verdict } from "./verdict";

const KeyboardHelp = dynamic(() => import("./keyboard-help").then((file) => file.KeyboardHelp), { ssr: false });

type StudySessionProps = { cards: StudyCard[]; left: number; isGuest: boolean; closeLabel: string };

export function StudySession({ cards, left, isGuest, closeLabel }: StudySessionProps) {
  const t = useTranslations("study");
  const { state, save, refusal, answer, flip, goOn, retry } = useStudySession({ cards, left });
  const [showsHelp, setShowsHelp] = useState(false);
  const { stage } = state;
  useStudyKeys(stage, { answer, flip, goOn, help: () => setShowsHelp(true) });

  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-2">
        <Progress label={t("progress")} value={state.answered} max={state.answered + state.left} />
        <div className="flex justify-between gap-4 text-14 text-muted">
          <p className="tabular-nums">{stage.at !== "done" && t("left", { left: state.left })}</p>
          <SaveSign status={save} refusal={refusal} />
        </div>
      </div>
      {"card" in stage && <QuestionCard key={stage.card.presentationId} stage={stage} onAnswer={answer} onFlip={flip} />}
      <div aria-live="polite">
        {stage.at === "verdict" && <Verdict feedback={stage.feedback} form={stage.card.form} showsReturn />}
      </div>
      {stage.at === "verdict" && <GoOn label={t("next")} onGoOn={goOn} />}
      {stage.at === "checking" && save.kind === "waiting" && (
        <Button className="self-start" onClick={goOn}>
          {t("skipVerdict")}
        </Button>
      )}
      {stage.at === "waiting" && <Skeleton className="h-80" />}
      {stage.at === "stuck" && <Stuck problem={stage.problem} onRetry={retry} />}
      {stage.at === "done" && <SessionSummary answered={state.answered} right={state.right} isGuest={isGuest} />}
      {"card" in stage && (
        <div className="hidden sm:block">
          <Button look="quiet" className="-mx-3" onClick={() => setShowsHelp(true)}>
            <span className="text-14 text-muted">{t("keys.open")}</span>
          </Button>
        </div>
      )}
      {showsHelp && <KeyboardHelp closeLabel={closeLabel} onClose={() => setShowsHelp(false)} />}
    </div>
  );
}

/** Takes the focus when the verdict is in; on a phone it stays where the thumb is. */
function GoOn({ label, onGoOn }: { label: string; onGoOn: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  return (
    <div className="sticky bottom-0 -mx-4 border-t border-line bg-paper p-4 sm:static sm:mx-0 sm:border-0 sm:p-0">
      <Button ref={button} look="primary" className="w-full sm:w-auto" onClick={(event) => event.detail < 2 && onGoOn()}>
        {label}
      </Button>
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
