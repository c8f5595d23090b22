"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { ActionBar } from "@/components/answer/action-bar";
import { Button } from "@/components/ui/button";
import { unbroken } from "@/components/ui/unbroken";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import type { Answer } from "@/lib/questions/study-card";
import type { Rating, SessionCard } from "./session-card";
import { SourceList } from "./source-list";

/** The answer side; the question above it stays. */
export function FlashcardBack({ back }: { back: Answer }) {
  return (
    <div className="flex animate-settle flex-col gap-5">
      <div role="status" className="flex flex-col gap-2 border-l-2 border-ink pl-4">
        <p className="text-22 font-medium">{unbroken(back.text)}</p>
        <p className="max-w-measure">{unbroken(back.statement)}</p>
        {back.more?.map((statement) => (
          <p key={statement} className="max-w-measure">
            {unbroken(statement)}
          </p>
        ))}
      </div>
      <SourceList answer={back} />
    </div>
  );
}

type FlashcardActionsProps = {
  card: SessionCard;
  isFlipped: boolean;
  onFlip: () => void;
  onRate: (rating: Rating) => void;
};

const ratings = [1, 2, 3, 4] as const;

export function FlashcardActions({ card, isFlipped, onFlip, onRate }: FlashcardActionsProps) {
  const t = useTranslations("study");
  const isInteractive = useIsInteractive();
  const group = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone, and with it the focus; it goes where the answer is rated.
  useEffect(() => {
    if (isFlipped && document.activeElement === document.body) group.current?.focus({ preventScroll: true });
  }, [isFlipped]);
  if (!isFlipped) {
    return (
      <ActionBar>
        <Button look="primary" disabled={!isInteractive} className="w-full sm:w-auto" onClick={(event) => event.detail < 2 && onFlip()}>
          {t("show")}
        </Button>
      </ActionBar>
    );
  }
  return (
    <ActionBar>
      <div ref={group} tabIndex={-1} role="group" aria-label={t("rate")} className="flex flex-col gap-2 rounded-control outline-offset-8">
        <p aria-hidden className="text-14 text-muted">
          {t("rate")}
        </p>
        <div className="grid grid-cols-4 gap-2">
          {ratings.map((rating) => (
            <Button key={rating} className="flex-col gap-0! px-1! py-1.5" onClick={(event) => event.detail < 2 && onRate(rating)}>
              <span className="flex items-center gap-2">
                <kbd aria-hidden className="hidden font-sans text-14 text-muted sm:inline">
                  {rating}
                </kbd>
                {t(`rating.${rating}`)}
              </span>
              {card.intervals && (
                <span className="text-14 font-normal text-muted tabular-nums">{t("rating.back", { days: card.intervals[rating] })}</span>
              )}
            </Button>
          ))}
        </div>
      </div>
    </ActionBar>
  );
}
