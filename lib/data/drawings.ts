import "server-only";
import { getFactBase } from "@/lib/content/fact-base";
import { describeVehicle } from "@/lib/drawings/describe";
import { drawMap, type MapDrawing } from "@/lib/drawings/map";
import { placeOf } from "@/lib/drawings/places";
import { vehicleFiguresOf, type VehicleFigures } from "@/lib/drawings/vehicle-figures";
import type { FactBase } from "@/lib/facts/fact-base";
import { nameOf, renderValue } from "@/lib/facts/render";
import { asEntityId, type EntityId } from "@/lib/shared/ids";

/** A rocket that can be drawn; `described` says its figures in words. */
export type DrawnVehicle = { id: string; name: string; figures: VehicleFigures; described: string };

/** What an entity's page draws; `compareWith` are the rockets to show it beside. */
export type EntityDrawing =
  | { kind: "vehicle"; figures: VehicleFigures; described: string; compareWith: string[] }
  | { kind: "map"; drawing: MapDrawing; described: string };

/** How many rockets stand side by side where nobody chose any. */
const handful = 6;

function drawnVehicles(base: FactBase): DrawnVehicle[] {
  return base.content.entities.flatMap(({ id }) => {
    const found = vehicleFiguresOf(base, id);
    if (!found.ok) return [];
    const { figures } = found.value;
    return [{ id, name: nameOf(base, id, { bare: true }), figures, described: describeVehicle(figures) }];
  });
}

/** The rockets that the facts speak of most: those a visitor has met or will meet. */
function wellKnown(base: FactBase, vehicles: readonly DrawnVehicle[]): DrawnVehicle[] {
  const mentions = ({ id }: DrawnVehicle) => base.factsByValue.get(asEntityId(id))?.length ?? 0;
  return [...vehicles].sort((a, b) => mentions(b) - mentions(a)).slice(0, handful);
}

const byName = (a: DrawnVehicle, b: DrawnVehicle) => a.name.localeCompare(b.name, "en", { numeric: true });
const byHeight = (a: DrawnVehicle, b: DrawnVehicle) => a.figures.height - b.figures.height || byName(a, b);

/** All rockets that can be drawn, by name, and those of them that are shown, shortest first: the asked ones, or a handful where none of these is known. */
export async function compareVehicles(ids: readonly string[]): Promise<{ all: DrawnVehicle[]; shown: DrawnVehicle[] }> {
  const base = await getFactBase();
  const all = drawnVehicles(base).sort(byName);
  const asked = all.filter(({ id }) => ids.includes(id));
  return { all, shown: (asked.length > 0 ? asked : wellKnown(base, all)).sort(byHeight) };
}

function drawVehicle(base: FactBase, id: EntityId): EntityDrawing | null {
  const found = vehicleFiguresOf(base, id);
  if (!found.ok) return null;
  const { figures } = found.value;
  const others = wellKnown(base, drawnVehicles(base)).filter((vehicle) => vehicle.id !== id);
  return { kind: "vehicle", figures, described: describeVehicle(figures), compareWith: [id, ...others.map((vehicle) => vehicle.id)] };
}

/** The drawing of a rocket, or the map of a place; null where the facts give no figures, and for an unknown id. */
export async function findDrawing(entityId: string): Promise<EntityDrawing | null> {
  const base = await getFactBase();
  const id = asEntityId(entityId);
  const found = placeOf(base, id);
  if (!found) return drawVehicle(base, id);
  return { kind: "map", drawing: drawMap([found.place]), described: renderValue(base, { kind: "coordinates", ...found.place }) };
}
