"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field, inputStyle } from "@/components/ui/field";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import type { ForSet, SaveExam } from "./set-actions";

type ExamFormProps = { setId: string; exam: { examOn: string; goal: number } | null; first: string; last: string; save: SaveExam; remove: ForSet };

const goals = [0.6, 0.7, 0.8, 0.85, 0.9, 0.95];
const usualGoal = 0.9;

/** The day of the exam and how much to know on it. */
export function ExamForm({ setId, exam, first, last, save, remove }: ExamFormProps) {
  const t = useTranslations("sets");
  const router = useRouter();
  const isInteractive = useIsInteractive();
  const [fault, setFault] = useState<string | null>(null);
  const [isWorking, startTransition] = useTransition();

  const run = (work: () => ReturnType<ForSet>) =>
    startTransition(async () => {
      const outcome = await work().catch(() => null);
      setFault(outcome?.ok ? null : outcome?.error.code === "INVALID" ? t("exam.wrongDay") : t("form.failed"));
      if (outcome?.ok) router.refresh();
    });

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    run(() => save({ setId, examOn: String(data.get("examOn") ?? ""), goal: Number(data.get("goal")) }));
  };

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <div className="flex flex-wrap gap-4">
        <Field label={t("exam.date")} name="examOn" type="date" min={first} max={last} defaultValue={exam?.examOn} required className="min-w-44 grow sm:grow-0" />
        <label className="flex min-w-32 grow flex-col gap-1.5 sm:grow-0">
          <span className="font-medium">{t("exam.goal")}</span>
          <select name="goal" defaultValue={String(exam?.goal ?? usualGoal)} aria-describedby="goal-hint" className={inputStyle}>
            {goals.map((goal) => (
              <option key={goal} value={String(goal)}>
                {t("exam.goalShare", { share: Math.round(goal * 100) })}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p id="goal-hint" className="text-14 text-muted">
        {t("exam.goalHint")}
      </p>
      <p role="alert" className="font-medium text-wrong empty:hidden">
        {fault}
      </p>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" disabled={!isInteractive} isBusy={isWorking}>
          {exam ? t("exam.change") : t("exam.save")}
        </Button>
        {exam && (
          <Button look="quiet" disabled={!isInteractive} isBusy={isWorking} onClick={() => run(() => remove({ setId }))}>
            {t("exam.remove")}
          </Button>
        )}
      </div>
    </form>
  );
}
