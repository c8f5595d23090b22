"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { SettingForm } from "./setting-form";
import { useSaving, type SaveSettings } from "./use-saving";

type RetentionFormProps = {
  /** The chance in [0, 1] that is set now. */
  retention: number;
  /** Answers a day at each retention that can be chosen, as a multiple of those at 90 %. */
  costs: readonly { retention: number; cost: number }[];
  save: SaveSettings;
};

const toPercent = (retention: number) => Math.round(retention * 100);

export function RetentionForm({ retention, costs, save }: RetentionFormProps) {
  const t = useTranslations("settings.retention");
  const format = useFormatter();
  const saving = useSaving(save);
  const id = useId();
  const [percent, setPercent] = useState(toPercent(retention));

  const cost = costs.find((each) => toPercent(each.retention) === percent)?.cost ?? 1;
  const isUsual = Math.abs(cost - 1) < 0.05;
  const costText = isUsual ? t("costSame") : t("costTimes", { times: format.number(cost, { maximumFractionDigits: 1 }) });

  return (
    <SettingForm saving={saving} onSave={() => saving.run({ desiredRetention: percent / 100 })}>
      <div className="flex max-w-form flex-col gap-2">
        <div className="flex items-baseline justify-between gap-4">
          <label htmlFor={id} className="font-medium">
            {t("label")}
          </label>
          <output htmlFor={id} className="text-22 tabular-nums" aria-live="off">
            {t("percent", { percent })}
          </output>
        </div>
        <input
          id={id}
          type="range"
          min={toPercent(costs[0]!.retention)}
          max={toPercent(costs.at(-1)!.retention)}
          value={percent}
          onChange={(event) => setPercent(event.target.valueAsNumber)}
          aria-valuetext={t("spoken", { percent, cost: costText })}
          className="min-h-11 w-full"
        />
        <p>{costText}</p>
        <p className="text-14 text-muted">{t("moves")}</p>
      </div>
    </SettingForm>
  );
}
