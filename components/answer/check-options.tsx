"use client";

import { useTranslations } from "next-intl";
import { unbroken } from "@/components/ui/unbroken";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import { RowKey, rowStyle, RowTag, type Mark } from "./option-row";

type CheckOptionsProps = {
  options: readonly string[];
  chosen: readonly number[];
  /** The right ones; null until the verdict is in. */
  right: readonly number[] | null;
  isOpen: boolean;
  onToggle: (option: number) => void;
};

function markOf(index: number, chosen: readonly number[], right: readonly number[] | null): Mark {
  const isChosen = chosen.includes(index);
  if (!right) return isChosen ? "pressed" : "none";
  if (right.includes(index)) return isChosen ? "right" : "missed";
  return isChosen ? "wrong" : "none";
}

/** Several of the options are right: each is a box to tick. */
export function CheckOptions({ options, chosen, right, isOpen, onToggle }: CheckOptionsProps) {
  const t = useTranslations("study");
  const isInteractive = useIsInteractive();
  return (
    <fieldset className="flex min-w-0 flex-col">
      <legend className="mb-2.5 text-muted">{t("chooseAll")}</legend>
      <div className="@container flex flex-col gap-2.5">
        {options.map((option, index) => {
          const mark = markOf(index, chosen, right);
          return (
            <label key={option} aria-disabled={!isOpen || undefined} className={rowStyle(mark, isOpen)}>
              <input
                type="checkbox"
                checked={chosen.includes(index)}
                disabled={!isInteractive}
                aria-disabled={!isOpen || undefined}
                onChange={() => isOpen && onToggle(index)}
                className="size-5 shrink-0 accent-ink"
              />
              <RowKey isHidden>{index + 1}</RowKey>
              <span className="min-w-0 grow sm:@xs:pr-36">{unbroken(option)}</span>
              {(mark === "right" || mark === "wrong" || mark === "missed") && <RowTag mark={mark} text={t(`marks.${mark}`)} />}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
