import { useTranslations } from "next-intl";
import Link from "next/link";
import type { MapDrawing } from "@/lib/drawings/map";
import type { VehicleFigures } from "@/lib/drawings/vehicle-figures";
import { SiteMap } from "./site-map";
import { VehicleDrawing } from "./vehicle-drawing";

type EntityDrawingProps = {
  name: string;
  drawing:
    | { kind: "vehicle"; figures: VehicleFigures; described: string; compareWith: string[] }
    | { kind: "map"; drawing: MapDrawing; described: string };
};

/** The picture on an entity's page: a rocket to scale, or a site on the map. */
export function EntityDrawing({ name, drawing }: EntityDrawingProps) {
  const t = useTranslations("drawings");
  if (drawing.kind === "map") return <SiteMap drawing={drawing.drawing} label={t("map", { name, place: drawing.described })} />;
  return (
    <figure className="flex flex-col gap-2">
      <div className="overflow-x-auto rounded-control border border-line bg-surface p-4">
        <VehicleDrawing figures={drawing.figures} label={t("vehicle", { name, figures: drawing.described })} height={240} />
      </div>
      <figcaption className="flex flex-col gap-1 text-14 text-muted">
        {t("vehicleCaption")}
        <Link href={{ pathname: "/explore/to-scale", query: { with: drawing.compareWith.join(",") } }} prefetch={false} className="link w-fit">
          {t("compare")}
        </Link>
      </figcaption>
    </figure>
  );
}
