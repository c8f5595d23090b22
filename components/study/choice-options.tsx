"use client";

import { RowKey, rowStyle, RowTag, type Mark } from "@/components/answer/option-row";
import { unbroken } from "@/components/ui/unbroken";
import { useIsInteractive } from "@/components/ui/use-is-interactive";

export type ChoiceResult = { chosen: number; right: number | null };

type ChoiceOptionsProps = {
  label: string;
  options: readonly string[];
  /** Absent until the verdict is in. */
  result: ChoiceResult | null;
  /** The option that was pressed, while the verdict is on its way. */
  pressed: number | null;
  marks: { right: string; wrong: string };
  onChoose: (option: number) => void;
};

function markOf(index: number, result: ChoiceResult | null, pressed: number | null): Exclude<Mark, "missed"> {
  if (!result) return index === pressed ? "pressed" : "none";
  if (index === result.right) return "right";
  return index === result.chosen ? "wrong" : "none";
}

export function ChoiceOptions({ label, options, result, pressed, marks, onChoose }: ChoiceOptionsProps) {
  const isInteractive = useIsInteractive();
  const isOpen = result === null && pressed === null;
  return (
    <ul aria-label={label} className="@container flex flex-col gap-2.5">
      {options.map((option, index) => {
        const mark = markOf(index, result, pressed);
        return (
          <li key={option}>
            <button
              type="button"
              disabled={!isInteractive}
              aria-disabled={!isOpen || undefined}
              // The second press of a double click belongs to the first.
              onClick={(event) => isOpen && event.detail < 2 && onChoose(index)}
              className={rowStyle(mark, isOpen)}
            >
              <RowKey>{index + 1}</RowKey>
              <span className="min-w-0 grow sm:@xs:pr-36">{unbroken(option)}</span>
              {(mark === "right" || mark === "wrong") && <RowTag mark={mark} text={marks[mark]} />}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
