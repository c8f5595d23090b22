"use client";

import { useDraggable } from "@dnd-kit/core";
import { CSS } from "@dnd-kit/utilities";
import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { unbroken } from "@/components/ui/unbroken";
import { RowKey } from "./option-row";

type MatchOptionProps = {
  id: string;
  letter: string;
  text: string;
  /** The prompt it stands beside. */
  usedBy: string | null;
  onChoose: () => void;
};

export function MatchOption({ id, letter, text, usedBy, onChoose }: MatchOptionProps) {
  const t = useTranslations("study.match");
  const { setNodeRef, listeners, transform, isDragging } = useDraggable({ id });
  return (
    <button
      ref={setNodeRef}
      {...listeners}
      type="button"
      onClick={onChoose}
      style={{ transform: CSS.Translate.toString(transform) }}
      className={classNames(
        "flex min-h-11 touch-manipulation items-center gap-2 rounded-control border bg-surface py-1.5 pr-3.5 pl-2 text-left hover:bg-sunken",
        usedBy === null ? "border-control" : "border-dashed border-line text-muted",
        isDragging && "z-10 border-ink shadow-overlay",
      )}
    >
      <RowKey>{letter}</RowKey>
      <span className="min-w-0">{unbroken(text)}</span>
      {usedBy !== null && <span className="sr-only">{t("used", { prompt: usedBy })}</span>}
    </button>
  );
}
