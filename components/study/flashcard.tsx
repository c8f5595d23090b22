"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import type { Answer } from "@/lib/questions/study-card";
import { SourceList } from "./source-list";

type FlashcardProps = {
  back: Answer;
  isFlipped: boolean;
  onFlip: () => void;
  onRate: (rating: 1 | 2 | 3 | 4) => void;
};

const ratings = [1, 2, 3, 4] as const;

export function Flashcard({ back, isFlipped, onFlip, onRate }: FlashcardProps) {
  const t = useTranslations("study");
  const isInteractive = useIsInteractive();
  if (!isFlipped) {
    return (
      <Button
        look="primary"
        disabled={!isInteractive}
        className="w-full sm:w-auto sm:self-start"
        onClick={(event) => event.detail < 2 && onFlip()}
      >
        {t("show")}
      </Button>
    );
  }
  return (
    <div className="flex animate-settle flex-col gap-5">
      <div role="status" className="flex flex-col gap-2 border-l-2 border-ink pl-4">
        <p className="text-22 font-medium">{back.text}</p>
        <p className="max-w-measure">{back.statement}</p>
      </div>
      <SourceList sources={back.sources} />
      <div role="group" aria-label={t("rate")} className="flex flex-col gap-2">
        <p aria-hidden className="text-14 text-muted">
          {t("rate")}
        </p>
        <div className="grid grid-cols-2 gap-2 sm:grid-cols-4">
          {ratings.map((rating) => (
            <Button key={rating} onClick={(event) => event.detail < 2 && onRate(rating)}>
              <kbd aria-hidden className="font-sans text-14 text-muted">
                {rating}
              </kbd>
              {t(`rating.${rating}`)}
            </Button>
          ))}
        </div>
      </div>
    </div>
  );
}
