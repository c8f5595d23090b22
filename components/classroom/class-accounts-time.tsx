"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field, inputStyle } from "@/components/ui/field";
import { extraMinuteLimits, mostExtraAttempts, timeMultipliers, type MemberTime } from "@/lib/quiz/extra-time";
import type { Result } from "@/lib/shared/result";

export type ChangeMemberTime = (input: { classId: string; userId: string; time: MemberTime }) => Promise<Result<unknown, { code: string }>>;

type ClassAccountsTimeProps = { classId: string; userId: string; time: MemberTime; change: ChangeMemberTime };

/** The names that the messages have for what a limit is multiplied by. */
const multiplierNames = { 1: "usual", 1.25: "quarter", 1.5: "half", 2: "double" } as const;
const noLimit = "none";

const ranges = { extraMinutes: extraMinuteLimits, extraAttempts: { min: 0, max: mostExtraAttempts } } as const;
type NumberName = keyof typeof ranges;

/** Null for what is no whole number within the limits. */
function numberOf(form: FormData, name: NumberName): number | null {
  const value = Number(String(form.get(name) ?? "").trim() || Number.NaN);
  return Number.isInteger(value) && value >= ranges[name].min && value <= ranges[name].max ? value : null;
}

/** More time and attempts for one pupil in the quizzes of the class. */
export function ClassAccountsTime({ classId, userId, time, change }: ClassAccountsTimeProps) {
  const t = useTranslations("classAccounts");
  const [limit, setLimit] = useState(time.hasNoTimeLimit ? noLimit : String(time.timeMultiplier));
  const [wrong, setWrong] = useState<NumberName | null>(null);
  const [said, setSaid] = useState<"saved" | "failed" | null>(null);
  const [isSaving, startTransition] = useTransition();
  const hasNoTimeLimit = limit === noLimit;

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    // What is not asked without a limit stays as it was.
    const extraMinutes = hasNoTimeLimit ? time.extraMinutes : numberOf(data, "extraMinutes");
    const extraAttempts = numberOf(data, "extraAttempts");
    const fault = extraMinutes === null ? "extraMinutes" : extraAttempts === null ? "extraAttempts" : null;
    setWrong(fault);
    setSaid(null);
    if (fault || extraMinutes === null || extraAttempts === null) return form.querySelector<HTMLInputElement>(`[name=${fault}]`)?.focus();
    const timeMultiplier = timeMultipliers.find((multiplier) => String(multiplier) === limit) ?? time.timeMultiplier;
    startTransition(async () => {
      const outcome = await change({ classId, userId, time: { timeMultiplier, extraMinutes, hasNoTimeLimit, extraAttempts } }).catch(() => null);
      setSaid(outcome?.ok ? "saved" : "failed");
    });
  };
  const numberField = (name: NumberName, label: string) => (
    <Field label={label} name={name} type="number" inputMode="numeric" {...ranges[name]} defaultValue={time[name]} error={wrong === name ? t("time.outOfRange", ranges[name]) : undefined} className="w-full" />
  );
  return (
    <form onSubmit={submit} noValidate className="flex flex-col items-start gap-4">
      <p className="text-14 text-muted">{t("time.lead")}</p>
      <label className="flex w-full flex-col gap-1.5 font-medium">
        {t("time.limit")}
        <select value={limit} onChange={(event) => setLimit(event.target.value)} className={`${inputStyle} font-normal`}>
          {timeMultipliers.map((multiplier) => (
            <option key={multiplier} value={multiplier}>
              {t(`time.${multiplierNames[multiplier]}`)}
            </option>
          ))}
          <option value={noLimit}>{t("time.noLimit")}</option>
        </select>
      </label>
      {!hasNoTimeLimit && numberField("extraMinutes", t("time.minutes"))}
      {numberField("extraAttempts", t("time.attempts"))}
      <Button type="submit" isBusy={isSaving}>
        {t("time.save")}
      </Button>
      <p role="status" className="text-muted empty:hidden">
        {said === "saved" && t("time.saved")}
      </p>
      <p role="alert" className="font-medium text-wrong empty:hidden">
        {said === "failed" && t("failed")}
      </p>
    </form>
  );
}
