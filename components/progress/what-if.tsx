"use client";

import { useTranslations } from "next-intl";
import { useCallback, useId, useState } from "react";
import { useSaving, type SaveSettings } from "@/components/settings/use-saving";
import { Button } from "@/components/ui/button";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import type { Choice } from "@/lib/progress/what-if";
import type { BudgetUnit } from "@/lib/scheduling/study-settings";
import { useEffects, type TryOut } from "./use-effects";
import { WhatIfEffects } from "./what-if-effects";
import { WhatIfSlider } from "./what-if-slider";

type Range = { min: number; max: number };

type WhatIfProps = {
  setting: Choice & { unit: BudgetUnit; newFactsPerDay: number };
  /** Of the chance of recall in per cent, and of the budget in its unit. */
  percents: Range;
  budgets: Range;
  tryOut: TryOut;
  save: SaveSettings;
};

/** Sliders for what can be set, with what would come of it before it is saved; reckoned for who opens them. */
export function WhatIf({ setting, percents, budgets, tryOut, save }: WhatIfProps) {
  const t = useTranslations("whatIf");
  const [titleId, isInteractive] = [useId(), useIsInteractive()];
  const { unit, newFactsPerDay, ...current } = setting;
  const [choice, setChoice] = useState<Choice>({ desiredRetention: current.desiredRetention, dailyBudget: current.dailyBudget });
  const [isOpen, setIsOpen] = useState(false);
  // Opened before the page became interactive, it tells nobody.
  const noticeOpen = useCallback((details: HTMLDetailsElement | null) => setIsOpen(details?.open ?? false), []);
  const { present, tried, isWaiting, failure } = useEffects(tryOut, { isWanted: isOpen, current, choice });
  const saving = useSaving(save);
  const percent = Math.round(choice.desiredRetention * 100);
  const isChanged = choice.desiredRetention !== current.desiredRetention || choice.dailyBudget !== current.dailyBudget;
  const budget = t(unit, { count: choice.dailyBudget });
  const outcome = isChanged && saving.outcome.kind === "saved" ? "none" : saving.outcome.kind;
  return (
    <section aria-labelledby={titleId} className="flex flex-col gap-4 rounded-control border border-line bg-surface p-5 print:hidden">
      <div className="flex flex-col gap-1">
        <h3 id={titleId} className="text-18">{t("title")}</h3>
        <p className="max-w-measure text-muted">{t("lead")}</p>
      </div>
      <details ref={noticeOpen} className="-mt-1 -mb-3" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
        <summary className="min-h-11 content-center text-14 text-muted">{t("open")}</summary>
        <div className="flex flex-col gap-4 pt-2 pb-3">
          <div className="grid gap-x-10 gap-y-5 lg:grid-cols-2">
            <div className="flex flex-col gap-4">
              <WhatIfSlider label={t("retention")} {...percents} value={percent} shown={t("percent", { percent })} spoken={t("percentSpoken", { percent })} isDisabled={!isInteractive} onChange={(value) => setChoice({ ...choice, desiredRetention: value / 100 })} />
              <WhatIfSlider label={t("budget")} {...budgets} value={choice.dailyBudget} shown={budget} spoken={budget} isDisabled={!isInteractive} onChange={(dailyBudget) => setChoice({ ...choice, dailyBudget })} />
              <p className="text-14 text-muted">{t("limit", { count: newFactsPerDay })}</p>
            </div>
            <WhatIfEffects unit={unit} now={present} then={tried} isWaiting={isWaiting} />
          </div>
          <p role="status" className="min-h-6">
            {failure ? t(failure) : isWaiting ? t("reckoning") : isChanged && tried && t("result", { unit, work: Math.round(tried.near[unit]), recalled: Math.round(tried.recalledYear) })}
          </p>
          <div className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-2">
            <Button disabled={!isInteractive} isBusy={!isChanged || saving.isSaving} onClick={() => saving.run(choice)}>
              {saving.isSaving ? t("saving") : t("save")}
            </Button>
            <Button look="quiet" disabled={!isInteractive} isBusy={!isChanged} onClick={() => setChoice(current)}>
              {t("reset")}
            </Button>
            <p role="status" className="text-14 text-correct empty:hidden">{outcome === "saved" && t("saved")}</p>
            <p role="alert" className="text-14 font-medium text-wrong empty:hidden">{(outcome === "failed" || outcome === "refused") && t("saveFailed")}</p>
          </div>
        </div>
      </details>
    </section>
  );
}
