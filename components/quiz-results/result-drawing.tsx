import { useTranslations } from "next-intl";
import { SiteMap } from "@/components/drawings/site-map";
import { VehicleDrawing } from "@/components/drawings/vehicle-drawing";
import type { CardFigure } from "@/lib/questions/study-card";

type ResultDrawingProps = { figure: CardFigure; described: string | undefined };

/** What was drawn beside the question, with its words for whoever cannot see it. */
export function ResultDrawing({ figure, described }: ResultDrawingProps) {
  const t = useTranslations("study.figure");
  const label = described ?? t(figure.kind);
  if (figure.kind === "map") {
    return (
      <div className="max-w-100">
        <SiteMap drawing={figure.drawing} label={label} />
      </div>
    );
  }
  return (
    <div className="overflow-x-auto sm:w-60">
      <VehicleDrawing figures={figure.figures} label={label} height={200} />
    </div>
  );
}
