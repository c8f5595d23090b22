"use client";

import type { Route } from "next";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef, useState, useTransition } from "react";
import { createEventId } from "@/components/answer/event-id";
import { startAssignedQuiz, type StartProblem } from "@/components/quiz-setup/start-quiz";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { useIsInteractive } from "@/components/ui/use-is-interactive";

type AssignmentBeginProps = { assignmentId: string; isOpen: boolean; openAttemptId: string | null; attemptsLeft: number | null };

const large = "min-h-13 px-7 text-18";

/** Begins a quiz, or goes on with the one under way. */
export function AssignmentBegin({ assignmentId, isOpen, openAttemptId, attemptsLeft }: AssignmentBeginProps) {
  const t = useTranslations("assignments.given");
  const setup = useTranslations("quizSetup");
  const router = useRouter();
  const isInteractive = useIsInteractive();
  // A start that is repeated, since nobody knows whether the first one arrived, is the same attempt.
  const attemptId = useRef("");
  const [problem, setProblem] = useState<StartProblem | null>(null);
  const [isStarting, startTransition] = useTransition();

  const start = () =>
    startTransition(async () => {
      setProblem(null);
      attemptId.current ||= createEventId();
      const outcome = await startAssignedQuiz(attemptId.current, assignmentId);
      if (outcome.ok) router.push(`/quiz/${outcome.attemptId}`);
      else setProblem(outcome.problem);
    });
  if (openAttemptId !== null) {
    return (
      <LinkButton href={`/quiz/${openAttemptId}` as Route} prefetch={false} look="primary" className={`self-start ${large}`}>
        {t("goOn")}
      </LinkButton>
    );
  }
  if (!isOpen) return null;
  return (
    <div className="flex flex-col items-start gap-2">
      {attemptsLeft !== 0 && (
        <Button look="primary" className={large} disabled={!isInteractive} isBusy={isStarting} onClick={start}>
          {isStarting ? setup("starting") : setup("start")}
        </Button>
      )}
      {attemptsLeft !== null && <p className="text-muted tabular-nums">{t("attemptsLeft", { count: attemptsLeft })}</p>}
      <p role="alert" className="font-medium text-wrong empty:hidden">
        {problem && (problem.kind === "told" ? problem.words : setup(`problem.${problem.kind}`))}
      </p>
    </div>
  );
}
