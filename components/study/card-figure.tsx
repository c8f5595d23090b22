"use client";

import { useTranslations } from "next-intl";
import type { CardFigure as Figure } from "@/lib/questions/study-card";

type CardFigureProps = {
  figure: Figure;
  described: string | undefined;
  options: readonly string[];
  /** Null once the answer is given. */
  onChoose: ((option: number) => void) | null;
};

/** What is drawn beside the question, with its words for whoever cannot see it. */
export function CardFigure({ described }: CardFigureProps) {
  const t = useTranslations("study.figure");
  return (
    <div className="flex min-w-0 flex-col gap-2">
      {described && (
        <details className="text-14">
          <summary className="min-h-6 w-fit text-muted">{t("describe")}</summary>
          <p className="max-w-measure pt-1">{described}</p>
        </details>
      )}
    </div>
  );
}
