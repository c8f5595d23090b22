"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import type { FormEvent } from "react";
import { createEventId } from "@/components/answer/event-id";
import { Button } from "@/components/ui/button";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import type { ExtraTime } from "@/lib/quiz/extra-time";
import type { QuizSetup } from "@/lib/quiz/quiz-setup";
import { readSetupForm, type SetupField, type SetupLimits } from "./read-setup-form";
import { SetupLength } from "./setup-length";
import { SetupMore, type FormChoice } from "./setup-more";
import { SetupScope, type ScopeChoices } from "./setup-scope";
import { SetupTimer } from "./setup-timer";
import { startQuiz, type StartProblem } from "./start-quiz";
import { useUsualTime } from "./use-usual-time";

type QuizFormProps = { setup: QuizSetup; choices: ScopeChoices; forms: readonly FormChoice[]; limits: SetupLimits; extraTime: ExtraTime | null; isSignedIn: boolean };

/** All fields are the browser's own; it reads them when the quiz begins. */
export function QuizForm({ setup, choices, forms, limits, extraTime, isSignedIn }: QuizFormProps) {
  const t = useTranslations("quizSetup");
  const router = useRouter();
  const isInteractive = useIsInteractive();
  const form = useRef<HTMLFormElement>(null);
  const followCount = useUsualTime(setup);
  const asked = useRef({ id: "", what: "" });
  const [faults, setFaults] = useState<readonly SetupField[]>([]);
  const [problem, setProblem] = useState<StartProblem | null>(null);
  const [isStarting, startTransition] = useTransition();

  useEffect(() => {
    const field = faults.length > 0 && form.current?.querySelector<HTMLElement>("[aria-invalid=true]");
    if (!field) return;
    field.closest("details")?.setAttribute("open", "");
    field.focus();
  }, [faults]);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isStarting) return;
    const read = readSetupForm(new FormData(event.currentTarget), limits);
    setProblem(null);
    setFaults(read.ok ? [] : read.error);
    if (!read.ok) return;
    const what = JSON.stringify(read.value);
    // A start that is repeated, since nobody knows whether the first one arrived, is the same quiz.
    if (asked.current.what !== what) asked.current = { id: createEventId(), what };
    startTransition(async () => {
      const outcome = await startQuiz(asked.current.id, read.value, isSignedIn);
      if (outcome.ok) router.push(`/quiz/${outcome.attemptId}`);
      else setProblem(outcome.problem);
    });
  };

  return (
    <form ref={form} noValidate onSubmit={submit} onChange={followCount} className="flex flex-col gap-8 [&_input]:scroll-mb-28">
      <SetupScope chosen={setup.scope} choices={choices} hasFault={faults.includes("topics")} />
      <SetupLength chosen={setup.count} range={limits.count} hasFault={faults.includes("otherCount")} />
      <SetupTimer chosen={setup.timer} count={setup.count} faults={faults} extraTime={extraTime} />
      <SetupMore chosen={setup} forms={forms} hasFault={faults.includes("forms")} />
      <div className="sticky bottom-0 -mx-4 flex flex-col gap-2 border-t border-line bg-paper p-4 sm:mx-0 sm:items-start sm:px-0">
        <p role="alert" className="font-medium text-wrong empty:hidden">
          {problem && (problem.kind === "told" ? problem.words : t(`problem.${problem.kind}`))}
        </p>
        <Button type="submit" look="primary" className="min-h-13 text-18 sm:px-10" disabled={!isInteractive} isBusy={isStarting}>
          {isStarting ? t("starting") : t("start")}
        </Button>
      </div>
    </form>
  );
}
