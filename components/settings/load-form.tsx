"use client";

import { useTranslations } from "next-intl";
import { Field, inputStyle } from "@/components/ui/field";
import { budgetUnits, settingLimits, type BudgetUnit, type StudySettings } from "@/lib/scheduling/study-settings";
import { SettingForm } from "./setting-form";
import { useSaving, type SaveSettings } from "./use-saving";

type LoadFormProps = { settings: Pick<StudySettings, "dailyBudget" | "dailyBudgetUnit" | "newFactsPerDay">; save: SaveSettings };

/** An empty field is not a nought. */
const numberOf = (form: FormData, name: string) => Number.parseFloat(String(form.get(name)));

export function LoadForm({ settings, save }: LoadFormProps) {
  const t = useTranslations("settings.load");
  const saving = useSaving(save);
  const { dailyBudget, newFactsPerDay } = settingLimits;
  const onSave = (form: FormData) =>
    saving.run({
      dailyBudget: numberOf(form, "dailyBudget"),
      dailyBudgetUnit: form.get("dailyBudgetUnit") as BudgetUnit,
      newFactsPerDay: numberOf(form, "newFactsPerDay"),
    });

  return (
    <SettingForm saving={saving} onSave={onSave}>
      <div className="flex flex-wrap items-start gap-4">
        <Field
          label={t("budget")}
          name="dailyBudget"
          type="number"
          inputMode="numeric"
          {...dailyBudget}
          defaultValue={settings.dailyBudget}
          error={saving.isRefused("dailyBudget") ? t("budgetError", dailyBudget) : undefined}
          className="w-40"
        />
        <label className="flex w-40 flex-col gap-1.5 font-medium">
          {t("unit")}
          <select name="dailyBudgetUnit" defaultValue={settings.dailyBudgetUnit} className={`${inputStyle} font-normal`}>
            {budgetUnits.map((unit) => (
              <option key={unit} value={unit}>
                {t(unit)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Field
        label={t("newFacts")}
        hint={t("newFactsHint")}
        name="newFactsPerDay"
        type="number"
        inputMode="numeric"
        {...newFactsPerDay}
        defaultValue={settings.newFactsPerDay}
        error={saving.isRefused("newFactsPerDay") ? t("newFactsError", newFactsPerDay) : undefined}
        className="max-w-84"
      />
    </SettingForm>
  );
}
