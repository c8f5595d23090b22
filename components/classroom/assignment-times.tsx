import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import type { AssignmentStart, FieldWords } from "./assignment-form-props";

const times = ["opensAt", "dueAt", "closesAt"] as const;

/** When it is given, on the teacher's own clock. */
export function AssignmentTimes({ start, wordsAt }: { start: AssignmentStart; wordsAt: FieldWords }) {
  const t = useTranslations("assignments.form");
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="mb-1 text-18 font-semibold">{t("times.label")}</legend>
      <p className="text-14 text-muted">{t("times.zone", { zone: start.timeZone.replaceAll("_", " ") })}</p>
      <div className="grid gap-5 sm:grid-cols-3">
        {times.map((time) => (
          <Field key={time} className="sm:[&>input]:text-14" label={t(`times.${time}`)} hint={t(`times.${time}Note`)} name={time} type="datetime-local" defaultValue={start[time]} error={wordsAt(time)} />
        ))}
      </div>
    </fieldset>
  );
}
