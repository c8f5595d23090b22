import type { ReactNode } from "react";

type ChooseOptionProps = { name: string; value: string; label: ReactNode; note?: ReactNode; isChosen: boolean };

/** One row of a group, the whole of which can be pressed. */
export function ChooseOption({ name, value, label, note, isChosen }: ChooseOptionProps) {
  return (
    <label className="flex min-h-12 items-center gap-3 rounded-control px-3 py-2 hover:bg-sunken has-checked:bg-sunken">
      <input type="radio" name={name} value={value} defaultChecked={isChosen} className="size-5 shrink-0 accent-ink" />
      <span className="flex min-w-0 grow flex-wrap items-baseline justify-between gap-x-4">
        <span className="min-w-0 wrap-anywhere">{label}</span>
        {note && <span className="text-14 text-muted tabular-nums">{note}</span>}
      </span>
    </label>
  );
}

/** A group of rows under its name. */
export function ChooseGroup({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-1">
      <legend className="mb-2 text-18 font-semibold">{legend}</legend>
      {children}
    </fieldset>
  );
}
