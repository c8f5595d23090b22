import { useTranslations } from "next-intl";
import { useId } from "react";
import { ChooseGroup, ChooseOption } from "@/components/study/choose-option";
import type { AssignmentFormProps, AssignmentStart, FieldWords } from "./assignment-form-props";

type AssignmentPupilsProps = { start: AssignmentStart; pupils: AssignmentFormProps["pupils"]; wordsAt: FieldWords };

/** Who gets it. Whoever joins later gets what is for all. */
export function AssignmentPupils({ start: { isForAll, chosen }, pupils, wordsAt }: AssignmentPupilsProps) {
  const t = useTranslations("assignments.form");
  const faultId = useId();
  const fault = wordsAt("chosen");
  return (
    <ChooseGroup legend={t("pupils.label")}>
      <ChooseOption name="forWhom" value="all" label={t("pupils.all")} note={t("pupils.count", { count: pupils.length })} isChosen={isForAll} />
      {pupils.length > 0 && (
        <div className="group/some flex flex-col gap-1">
          <ChooseOption name="forWhom" value="chosen" label={t("pupils.chosen")} isChosen={!isForAll} />
          <fieldset aria-describedby={fault ? faultId : undefined} className="hidden min-w-0 flex-col gap-1 group-has-[input[value=chosen]:checked]/some:flex">
            <legend className="sr-only">{t("pupils.chosen")}</legend>
            <p id={faultId} role="alert" className="px-3 text-14 font-medium text-wrong empty:hidden">
              {fault}
            </p>
            <div className="grid max-h-96 grid-cols-[repeat(auto-fill,minmax(min(100%,14rem),1fr))] gap-x-4 overflow-y-auto sm:pl-8">
              {pupils.map(({ userId, name }, i) => (
                <label key={userId} className="flex min-h-11 items-center gap-3 rounded-control px-3 hover:bg-sunken has-checked:bg-sunken">
                  <input type="checkbox" name="chosen" value={userId} defaultChecked={chosen.includes(userId)} aria-invalid={(fault !== undefined && i === 0) || undefined} className="size-5 shrink-0 accent-ink" />
                  <span className="min-w-0 wrap-anywhere">{name}</span>
                </label>
              ))}
            </div>
          </fieldset>
        </div>
      )}
    </ChooseGroup>
  );
}
