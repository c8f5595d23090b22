"use client";

import { useFormatter, useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import type { Effect } from "@/lib/progress/what-if";
import type { BudgetUnit } from "@/lib/scheduling/study-settings";

/** Null: not known yet. */
type WhatIfEffectsProps = { unit: BudgetUnit; now: Effect | null; then: Effect | null; isWaiting: boolean };

const rowsFor = (unit: BudgetUnit) =>
  [
    { name: unit === "minutes" ? "nearMinutes" : "nearCards", of: ({ near }: Effect) => near[unit] },
    { name: unit === "minutes" ? "farMinutes" : "farCards", of: ({ far }: Effect) => far[unit] },
    { name: "begun", of: ({ begunFar }: Effect) => begunFar },
    { name: "recalledFar", of: ({ recalledFar }: Effect) => recalledFar },
    { name: "recalledYear", of: ({ recalledYear }: Effect) => recalledYear },
  ] as const;

const cell = "py-2 pl-3 text-right tabular-nums";

/** What comes of the present settings and of those tried, side by side. */
export function WhatIfEffects({ unit, now, then, isWaiting }: WhatIfEffectsProps) {
  const t = useTranslations("whatIf");
  const format = useFormatter();
  const shown = (effect: Effect | null, of: (effect: Effect) => number) => (effect ? format.number(Math.round(of(effect))) : "\u2013");
  return (
    <table aria-busy={isWaiting} className="w-full border-collapse self-start">
      <thead>
        <tr className="border-b border-control text-14 text-muted">
          <th scope="col" className="py-2 text-left font-medium">{t("figure")}</th>
          <th scope="col" className={classNames(cell, "font-medium")}>{t("now")}</th>
          <th scope="col" className={classNames(cell, "font-medium")}>{t("then")}</th>
        </tr>
      </thead>
      <tbody>
        {rowsFor(unit).map(({ name, of }) => (
          <tr key={name} className="border-b border-line">
            <th scope="row" className="py-2 text-left font-normal">{t(name)}</th>
            <td className={cell}>{shown(now, of)}</td>
            <td className={classNames(cell, "font-medium transition-opacity", isWaiting && "opacity-50")}>{shown(then, of)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
