import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import type { ReckonGoal, WrittenAssignment } from "./assignment-actions";
import type { FieldWords } from "./assignment-form-props";
import { goalRange } from "./read-assignment-form";

type AssignmentGoalProps = { classId: string; goal: number; wordsAt: FieldWords; read: () => WrittenAssignment | null; reckon: ReckonGoal };

/** How much is to be known, and for how many that is within reach by the day it is due. */
export function AssignmentGoal({ classId, goal, wordsAt, read, reckon }: AssignmentGoalProps) {
  const t = useTranslations("assignments.form");
  const isInteractive = useIsInteractive();
  const [said, setSaid] = useState<string | null>(null);
  const [isReckoning, startTransition] = useTransition();

  const ask = () => {
    const input = read();
    if (!input) return;
    startTransition(async () => {
      setSaid(null);
      const outcome = await reckon({ classId, input }).catch(() => null);
      if (!outcome) setSaid(t("failed"));
      else setSaid(outcome.ok ? t(outcome.value.asked < outcome.value.pupils ? "goal.reachOfSome" : "goal.reach", outcome.value) : outcome.error.message);
    });
  };
  return (
    <div className="hidden flex-col items-start gap-4 group-has-[input[value=study]:checked]/form:flex">
      <Field label={t("goal.label")} hint={t("goal.hint")} name="goal" type="number" inputMode="numeric" min={goalRange.least} max={goalRange.most} defaultValue={goal} error={wordsAt("goal")} className="[&_input]:max-w-32" />
      <div className="flex flex-col items-start gap-2">
        <Button disabled={!isInteractive} isBusy={isReckoning} onClick={ask}>
          {isReckoning ? t("goal.asking") : t("goal.ask")}
        </Button>
        <p role="status" className="max-w-measure empty:hidden">
          {said}
        </p>
      </div>
    </div>
  );
}
