import { whatIfAction } from "../actions";
import { ClientMessages } from "@/app/_components/client-messages";
import { changeSettingsAction } from "@/app/settings/actions";
import { WhatIf } from "@/components/progress/what-if";
import type { ComingReport } from "@/lib/data/progress-coming";
import { settingLimits } from "@/lib/scheduling/study-settings";

/** The slider ends there, unless more is set already: a whole range of minutes could not be hit on a phone. */
const usualMost = { minutes: 90, cards: 300 } as const;

const { desiredRetention, dailyBudget } = settingLimits;
const percents = { min: Math.round(desiredRetention.min * 100), max: Math.round(desiredRetention.max * 100) };

/** What other settings would change, before they are saved. */
export function TrySettings({ report: { setting } }: { report: ComingReport }) {
  const budgets = { min: dailyBudget.min, max: Math.max(usualMost[setting.unit], setting.dailyBudget) };
  return (
    <ClientMessages names={["whatIf"]}>
      <WhatIf setting={setting} percents={percents} budgets={budgets} tryOut={whatIfAction} save={changeSettingsAction} />
    </ClientMessages>
  );
}
