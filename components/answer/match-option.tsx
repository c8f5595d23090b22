"use client";

import { useTranslations } from "next-intl";
import type { PointerEvent } from "react";
import { classNames } from "@/components/ui/class-names";
import { unbroken } from "@/components/ui/unbroken";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import type { Point } from "./follow-pointer";
import { RowKey } from "./option-row";

type MatchOptionProps = {
  letter: string;
  text: string;
  /** The prompt it stands beside. */
  usedBy: string | null;
  /** How far it is dragged; null when it lies in its place. */
  shift: Point | null;
  onGrab: (press: PointerEvent) => void;
  onChoose: () => void;
};

export function MatchOption({ letter, text, usedBy, shift, onGrab, onChoose }: MatchOptionProps) {
  const t = useTranslations("study.match");
  const isInteractive = useIsInteractive();
  return (
    <button
      type="button"
      disabled={!isInteractive}
      onPointerDown={onGrab}
      onClick={onChoose}
      style={shift ? { transform: `translate(${shift.x}px, ${shift.y}px)` } : undefined}
      className={classNames(
        "flex min-h-11 touch-manipulation select-none items-center gap-2 rounded-control border bg-surface py-1.5 pr-3.5 pl-2 text-left hover:bg-sunken",
        usedBy === null ? "border-control" : "border-dashed border-line text-muted",
        shift && "relative z-10 border-ink shadow-overlay",
      )}
    >
      <RowKey>{letter}</RowKey>
      <span className="min-w-0">{unbroken(text)}</span>
      {usedBy !== null && <span className="sr-only">{t("used", { prompt: usedBy })}</span>}
    </button>
  );
}
