"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field, inputStyle } from "@/components/ui/field";
import { extraMinuteLimits, timeMultipliers, type ExtraTime } from "@/lib/quiz/extra-time";
import { SettingForm } from "./setting-form";
import { useSaving, type Save } from "./use-saving";

/** The names that the messages have for what a limit is multiplied by. */
const multiplierNames = { 1: "usual", 1.25: "quarter", 1.5: "half", 2: "double" } as const;

const noLimit = "none";

export function ExtraTimeForm({ extraTime, save }: { extraTime: ExtraTime; save: Save<ExtraTime> }) {
  const t = useTranslations("settings.extraTime");
  const saving = useSaving(save);
  const [limit, setLimit] = useState(extraTime.hasNoTimeLimit ? noLimit : String(extraTime.timeMultiplier));
  const hasNoTimeLimit = limit === noLimit;
  const timeMultiplier = timeMultipliers.find((multiplier) => String(multiplier) === limit) ?? extraTime.timeMultiplier;
  const onSave = (form: FormData) => {
    // What is not asked without a limit stays as it was.
    const extraMinutes = hasNoTimeLimit ? extraTime.extraMinutes : Number.parseFloat(String(form.get("extraMinutes")));
    saving.run({ timeMultiplier, extraMinutes, hasNoTimeLimit });
  };

  return (
    <SettingForm saving={saving} onSave={onSave}>
      <label className="flex max-w-84 flex-col gap-1.5 font-medium">
        {t("limit")}
        <select value={limit} onChange={(event) => setLimit(event.target.value)} className={`${inputStyle} font-normal`}>
          {timeMultipliers.map((multiplier) => (
            <option key={multiplier} value={multiplier}>
              {t(multiplierNames[multiplier])}
            </option>
          ))}
          <option value={noLimit}>{t("noLimit")}</option>
        </select>
      </label>
      {!hasNoTimeLimit && (
        <Field
          label={t("minutes")}
          hint={t("minutesHint")}
          name="extraMinutes"
          type="number"
          inputMode="numeric"
          {...extraMinuteLimits}
          defaultValue={extraTime.extraMinutes}
          error={saving.isRefused("extraMinutes") ? t("minutesError", extraMinuteLimits) : undefined}
          className="max-w-84"
        />
      )}
    </SettingForm>
  );
}
