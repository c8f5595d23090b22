import type { ReactNode } from "react";

type ChoiceChipProps = { name: string; value: string; isChosen: boolean; children: ReactNode };

/** A button of which one in a group is pressed. */
export function ChoiceChip({ name, value, isChosen, children }: ChoiceChipProps) {
  return (
    <label className="relative inline-flex min-h-11 items-center rounded-control border border-control px-4 has-checked:border-ink has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus forced-colors:has-checked:forced-color-adjust-none forced-colors:has-checked:bg-[Highlight] forced-colors:has-checked:text-[HighlightText]">
      <input type="radio" name={name} value={value} defaultChecked={isChosen} className="absolute inset-0 cursor-pointer appearance-none outline-none" />
      {children}
    </label>
  );
}
