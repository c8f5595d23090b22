import { useTranslations } from "next-intl";
import { ChooseGroup, ChooseOption } from "@/components/study/choose-option";
import { Field } from "@/components/ui/field";
import type { ExtraTime } from "@/lib/quiz/extra-time";
import type { QuizTimer } from "@/lib/quiz/quiz-setup";
import type { SetupField } from "./read-setup-form";
import { SetupExtra } from "./setup-extra";

/** `extraTime`: left out where it is not the learner who chooses. */
type SetupTimerProps = { chosen: QuizTimer; count: number; faults: readonly SetupField[]; extraTime?: ExtraTime | null };

const usualSecondsEach = 30;

/** How much time there is, and for what. */
export function SetupTimer({ chosen, count, faults, extraTime }: SetupTimerProps) {
  const t = useTranslations("quizSetup");
  const row = (value: QuizTimer["kind"]) => <ChooseOption name="timer" value={value} label={t(`timer.${value}`)} note={t(`timer.${value}Note`)} isChosen={value === chosen.kind} />;
  const minutes = chosen.kind === "paper" ? chosen.seconds / 60 : count;
  return (
    <ChooseGroup legend={t("timer.label")}>
      <div className="group/paper flex flex-col gap-2">
        {row("paper")}
        <Field
          label={t("timer.minutes")}
          name="minutes"
          type="number"
          inputMode="decimal"
          step="any"
          defaultValue={Math.round(minutes * 100) / 100}
          error={faults.includes("minutes") ? t("fault.minutes") : undefined}
          className="ml-11 hidden max-w-40 pb-3 group-has-checked/paper:flex"
        />
      </div>
      <div className="group/question flex flex-col gap-2">
        {row("question")}
        <Field
          label={t("timer.seconds")}
          name="seconds"
          type="number"
          inputMode="numeric"
          defaultValue={chosen.kind === "question" ? chosen.seconds : usualSecondsEach}
          error={faults.includes("seconds") ? t("fault.seconds") : undefined}
          className="ml-11 hidden max-w-40 pb-3 group-has-checked/question:flex"
        />
      </div>
      {row("none")}
      {extraTime !== undefined && <SetupExtra extraTime={extraTime} />}
    </ChooseGroup>
  );
}
