"use client";

import { Check, X } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
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

type Mark = "right" | "wrong" | "pressed" | "none";

const rowLook: Record<Mark, string> = {
  right: "border-correct bg-correct-soft",
  wrong: "border-wrong bg-wrong-soft",
  pressed: "border-ink bg-sunken",
  none: "border-line bg-surface",
};

function markOf(index: number, result: ChoiceResult | null, pressed: number | null): Mark {
  if (!result) return index === pressed ? "pressed" : "none";
  if (index === result.right) return "right";
  return index === result.chosen ? "wrong" : "none";
}

export function ChoiceOptions({ label, options, result, pressed, marks, onChoose }: ChoiceOptionsProps) {
  const isInteractive = useIsInteractive();
  const isOpen = result === null && pressed === null;
  return (
    <ul aria-label={label} className="flex flex-col gap-2.5">
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
              className={classNames(
                "relative flex min-h-13 w-full items-center gap-3 rounded-control border px-3 py-2.5 text-left transition-colors aria-disabled:cursor-default",
                rowLook[mark],
                isOpen && "hover:border-control hover:bg-sunken",
              )}
            >
              <kbd aria-hidden className="grid size-7 shrink-0 place-items-center rounded-key border border-line bg-paper font-sans text-14 text-muted">
                {index + 1}
              </kbd>
              <span className="min-w-0 grow sm:pr-36">{unbroken(option)}</span>
              {mark === "right" && <Mark Icon={Check} text={marks.right} className="border-correct text-correct" />}
              {mark === "wrong" && <Mark Icon={X} text={marks.wrong} className="border-wrong text-wrong" />}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** A tag on the edge of its row, or at its end where there is room kept for it: the text does not wrap anew when the verdict comes. */
function Mark({ Icon, text, className }: { Icon: typeof Check; text: string; className: string }) {
  return (
    <span
      className={classNames(
        "absolute -top-2 right-3 flex items-center gap-1 rounded-full border bg-surface px-2 text-14 leading-4.5 font-medium",
        "sm:inset-y-0 sm:gap-1.5 sm:border-0 sm:bg-transparent sm:px-0",
        className,
      )}
    >
      <Icon aria-hidden strokeWidth={2} className="size-3.5 sm:size-5" />
      {text}
    </span>
  );
}
