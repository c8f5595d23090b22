"use client";

import { Eye, EyeOff, Timer } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import { milestoneBetween } from "@/lib/quiz/milestones";
import { clockText } from "./countdown";
import { useShownTimer } from "./use-shown-timer";

type QuizTimerProps = { leftMs: number; limitMs: number; isForQuestion: boolean };

const nearMs = 60_000;

/** The time that is left: silent, but for a few words on the way; it can be hidden. */
export function QuizTimer({ leftMs, limitMs, isForQuestion }: QuizTimerProps) {
  const t = useTranslations("quiz.time");
  const { isShown, show } = useShownTimer();
  const isNear = leftMs <= (isForQuestion ? Math.min(10_000, limitMs / 3) : Math.min(nearMs, limitMs / 4));
  const Toggle = isShown ? EyeOff : Eye;
  return (
    <div className="flex items-center gap-1">
      <Timer aria-hidden size={18} strokeWidth={1.5} className={classNames("shrink-0", isNear ? "text-accent" : "text-muted")} />
      {isShown ? (
        <span role="timer" aria-label={t(isForQuestion ? "questionLabel" : "label")} className={classNames("min-w-12 text-18 tabular-nums", isNear ? "font-semibold text-accent" : "font-medium")}>
          {clockText(leftMs)}
        </span>
      ) : (
        <span className="text-14 text-muted">{t("hidden")}</span>
      )}
      <button type="button" onClick={() => show(!isShown)} aria-label={t(isShown ? "hide" : "show")} className="-my-1 grid size-11 place-items-center rounded-control text-muted hover:bg-sunken">
        <Toggle aria-hidden size={18} strokeWidth={1.5} />
      </button>
      {!isForQuestion && <Milestones leftMs={leftMs} limitMs={limitMs} />}
    </div>
  );
}

/** Says how the time goes, also where it is hidden. */
function Milestones({ leftMs, limitMs }: { leftMs: number; limitMs: number }) {
  const t = useTranslations("quiz.time");
  const region = useRef<HTMLParagraphElement>(null);
  const least = useRef(leftMs);
  useEffect(() => {
    const milestone = milestoneBetween(limitMs, least.current, leftMs);
    least.current = Math.min(least.current, leftMs);
    if (milestone) region.current?.replaceChildren(t(milestone));
  }, [leftMs, limitMs, t]);
  return <p ref={region} role="status" className="sr-only" />;
}
