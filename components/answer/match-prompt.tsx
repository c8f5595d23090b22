"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { unbroken } from "@/components/ui/unbroken";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import { RowKey, rowStyle, RowTag, type Mark } from "./option-row";

type MatchPromptProps = {
  number: number;
  text: string;
  /** The option beside it, with its letter. */
  option: string | null;
  /** Whether the next option goes here. */
  isNext: boolean;
  /** Whether an option is dragged over it. */
  isOver: boolean;
  /** Null until the verdict is in. */
  isRight: boolean | null;
  isOpen: boolean;
  onChoose: () => void;
  onClear: () => void;
};

export function MatchPrompt({ number, text, option, isNext, isOver, isRight, isOpen, onChoose, onClear }: MatchPromptProps) {
  const t = useTranslations("study.match");
  const isInteractive = useIsInteractive();
  const marks = useTranslations("study.marks");
  const mark: Mark = isRight === null ? (isNext || isOver ? "pressed" : "none") : isRight ? "right" : "wrong";
  return (
    <li className={classNames(rowStyle(mark, false), "gap-0 p-0!")}>
      <button
        type="button"
      disabled={!isInteractive}
        aria-pressed={isOpen ? isNext : undefined}
        aria-disabled={!isOpen || undefined}
        onClick={() => isOpen && onChoose()}
        className="flex min-h-13 min-w-0 grow items-center gap-3 rounded-control py-2.5 pl-3 text-left aria-disabled:cursor-default"
      >
        <RowKey>{number}</RowKey>
        <span className="grid min-w-0 grow gap-x-4 gap-y-1 sm:@xs:grid-cols-2 sm:@xs:items-center sm:@xs:pr-14">
          <span>{unbroken(text)}</span>
          <span className={option === null ? "text-muted" : "font-medium"}>{option === null ? t(isNext ? "choose" : "open") : unbroken(option)}</span>
        </span>
      </button>
      <button
        type="button"
      disabled={!isInteractive}
        aria-label={t("clear", { prompt: text })}
        onClick={onClear}
        // Keeps its room, so that no text wraps anew when it comes.
        className={classNames("mr-1 grid size-11 shrink-0 place-items-center rounded-control text-muted hover:bg-sunken", (!isOpen || option === null) && "invisible")}
      >
        <X aria-hidden size={18} strokeWidth={1.5} />
      </button>
      {isRight !== null && <RowTag mark={isRight ? "right" : "wrong"} text={marks(isRight ? "right" : "wrongPair")} />}
    </li>
  );
}
