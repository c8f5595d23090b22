"use client";

import { useTranslations } from "next-intl";
import { RowKey, rowStyle } from "@/components/answer/option-row";
import { unbroken } from "@/components/ui/unbroken";
import { useIsInteractive } from "@/components/ui/use-is-interactive";

type QuizChoiceProps = {
  name: string;
  options: readonly string[];
  chosen: number | null;
  isOpen: boolean;
  onChoose: (option: number) => void;
};

/** One of the options, as long as it may be changed. */
export function QuizChoice({ name, options, chosen, isOpen, onChoose }: QuizChoiceProps) {
  const t = useTranslations("quiz");
  const isInteractive = useIsInteractive();
  return (
    <fieldset className="flex min-w-0 flex-col">
      <legend className="sr-only">{t("choose")}</legend>
      <div className="flex flex-col gap-2.5">
        {options.map((option, index) => (
          <label key={option} className={rowStyle(index === chosen ? "pressed" : "none", isOpen)}>
            <input type="radio" name={name} checked={index === chosen} disabled={!isInteractive || !isOpen} onChange={() => onChoose(index)} className="size-5 shrink-0 accent-ink" />
            <RowKey isHidden>{index + 1}</RowKey>
            <span className="min-w-0 grow wrap-anywhere">{unbroken(option)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
