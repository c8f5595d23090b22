import { useTranslations } from "next-intl";
import { useId } from "react";
import { SetupReason } from "@/components/quiz-setup/setup-reason";
import { ChooseGroup } from "@/components/study/choose-option";
import { Field, inputStyle } from "@/components/ui/field";
import type { AssignmentStart, FieldWords } from "./assignment-form-props";

const longest = { title: 150, instructions: 2000 } as const;
const kinds = ["quiz", "study"] as const;

/** What it is called, and what kind of work it is. */
export function AssignmentHead({ start, wordsAt }: { start: AssignmentStart; wordsAt: FieldWords }) {
  const t = useTranslations("assignments.form");
  const instructionsId = useId();
  const fault = wordsAt("instructions");
  return (
    <>
      <div className="flex max-w-measure flex-col gap-5">
        <Field label={t("title")} name="title" defaultValue={start.title} required maxLength={longest.title} autoComplete="off" error={wordsAt("title")} />
        <div className="flex flex-col gap-1.5">
          <label htmlFor={instructionsId} className="font-medium">
            {t("instructions")}
          </label>
          <textarea
            id={instructionsId}
            name="instructions"
            rows={2}
            maxLength={longest.instructions}
            defaultValue={start.instructions}
            aria-invalid={fault ? true : undefined}
            aria-describedby={fault ? `${instructionsId}-error` : undefined}
            className={`${inputStyle} py-2`}
          />
          {fault && (
            <p id={`${instructionsId}-error`} className="text-14 font-medium text-wrong">
              {fault}
            </p>
          )}
        </div>
      </div>
      <ChooseGroup legend={t("kind.label")}>
        {kinds.map((kind) => (
          <SetupReason key={kind} name="kind" value={kind} label={t(`kind.${kind}`)} reason={t(`kind.${kind}Note`)} isChosen={kind === start.kind} />
        ))}
      </ChooseGroup>
    </>
  );
}
