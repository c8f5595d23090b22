"use client";

import { useTranslations } from "next-intl";

export type ChoiceBox = { id: string; name: string; facts: number };

type ChoiceBoxesProps = { choices: readonly ChoiceBox[]; chosen: ReadonlySet<string>; onChange: (chosen: Set<string>) => void };

export function ChoiceBoxes({ choices, chosen, onChange }: ChoiceBoxesProps) {
  const t = useTranslations("sets.counts");
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  };
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,18rem),1fr))] gap-x-4">
      {choices.map(({ id, name, facts }) => (
        <label key={id} className="flex min-h-11 items-center gap-3 rounded-control px-2 hover:bg-sunken has-checked:bg-sunken">
          <input type="checkbox" checked={chosen.has(id)} onChange={() => toggle(id)} className="size-5 shrink-0 accent-ink" />
          <span className="flex grow flex-wrap items-baseline justify-between gap-x-3">
            <span>{name}</span>
            <span className="text-14 text-muted tabular-nums">{t("facts", { facts })}</span>
          </span>
        </label>
      ))}
    </div>
  );
}
