"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { inputStyle } from "@/components/ui/field";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import { settingLimits } from "@/lib/scheduling/study-settings";
import { SettingForm } from "./setting-form";
import { useSaving, type SaveSettings } from "./use-saving";

type DayFormProps = { timeZone: string; dayStartHour: number; save: SaveSettings };

const hours = Array.from({ length: settingLimits.dayStartHour.max + 1 }, (_, hour) => hour);
const clockTime = (hour: number) => `${String(hour).padStart(2, "0")}:00`;

export function DayForm({ timeZone, dayStartHour, save }: DayFormProps) {
  const t = useTranslations("settings.day");
  const saving = useSaving(save);
  const hintId = useId();
  const isInteractive = useIsInteractive();
  // Only the browser knows; the server's own zone says nothing.
  const deviceZone = isInteractive ? new Intl.DateTimeFormat().resolvedOptions().timeZone : timeZone;

  return (
    <SettingForm saving={saving} onSave={(form) => saving.run({ dayStartHour: Number(form.get("dayStartHour")) })}>
      <div className="flex flex-col gap-1.5">
        <label className="flex w-48 flex-col gap-1.5 font-medium">
          {t("start")}
          <select name="dayStartHour" defaultValue={dayStartHour} aria-describedby={hintId} className={`${inputStyle} font-normal tabular-nums`}>
            {hours.map((hour) => (
              <option key={hour} value={hour}>
                {clockTime(hour)}
              </option>
            ))}
          </select>
        </label>
        <p id={hintId} className="text-14 text-muted">
          {t("startHint")}
        </p>
      </div>
      <div className="flex flex-col items-start gap-2">
        <p>{t("zone", { zone: timeZone.replaceAll("_", " ") })}</p>
        <p className="text-14 text-muted">{t("zoneHint")}</p>
        {deviceZone !== timeZone && (
          <Button isBusy={saving.isSaving} onClick={() => saving.run({ timeZone: deviceZone })}>
            {t("useDevice", { zone: deviceZone.replaceAll("_", " ") })}
          </Button>
        )}
      </div>
    </SettingForm>
  );
}
