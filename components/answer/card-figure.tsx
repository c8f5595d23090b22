"use client";

import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { SiteMap } from "@/components/drawings/site-map";
import { VehicleDrawing } from "@/components/drawings/vehicle-drawing";
import { classNames } from "@/components/ui/class-names";
import type { CardFigure as Figure } from "@/lib/questions/study-card";
import { nearestMark } from "./nearest-mark";

type CardFigureProps = {
  figure: Figure;
  described: string | undefined;
  /** Null once the answer is given. */
  onChoose: ((option: number) => void) | null;
};

/** What is drawn beside the question, with its words for whoever cannot see it. */
export function CardFigure({ figure, described, onChoose }: CardFigureProps) {
  const t = useTranslations("study.figure");
  const label = described ?? t(figure.kind);
  const canChoose = figure.kind === "map" && figure.marksOptions && onChoose !== null;

  const chooseMark = ({ clientX, clientY, currentTarget, detail }: MouseEvent<HTMLElement>) => {
    const box = currentTarget.querySelector("svg")?.getBoundingClientRect();
    if (!canChoose || !box || detail > 1) return;
    const mark = nearestMark(figure.drawing, box, { x: clientX, y: clientY });
    if (mark !== null) onChoose(mark);
  };

  return (
    <div className={classNames("flex min-w-0 flex-col gap-2", figure.kind === "launch-vehicle" && "sm:w-60")}>
      {figure.kind === "launch-vehicle" ? (
        <div className="overflow-x-auto">
          <VehicleDrawing figures={figure.figures} label={label} height={280} />
        </div>
      ) : (
        // Only a pointer needs it: the options below say and do the same.
        <div onClick={chooseMark} className={classNames("w-full max-w-100", canChoose && "cursor-pointer")}>
          <SiteMap drawing={figure.drawing} label={label} />
        </div>
      )}
      {described && (
        <details className="text-14">
          <summary className="flex min-h-6 w-fit items-center text-muted underline decoration-control underline-offset-4">{t("describe")}</summary>
          <p className="max-w-measure pt-1">{described}</p>
        </details>
      )}
    </div>
  );
}
