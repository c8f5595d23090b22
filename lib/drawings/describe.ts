import { formatNumber } from "@/lib/facts/quantities";
import type { FigureName, VehicleFigures } from "./vehicle-figures";

const plural = (count: number, one: string) => `${count} ${one}${count === 1 ? "" : "s"}`;

/** The drawing of a rocket in words, for whoever cannot see it: every figure that it shows, in one line ("57 m tall, 5 m across the core, 2 stages, 4 boosters 3.35 m across"). */
export function describeVehicle(figures: VehicleFigures): string {
  const metres = (name: FigureName) => `${figures.about.includes(name) ? "about " : ""}${formatNumber(figures[name]!)} m`;
  const { stages, boosters, boosterDiameter, secondStageDiameter, fairingDiameter, fairingLength } = figures;
  const parts = [`${metres("height")} tall`, `${metres("coreDiameter")} across the core`];
  if (secondStageDiameter !== undefined) parts.push(`${metres("secondStageDiameter")} across the second stage`);
  if (stages !== undefined) parts.push(plural(stages, "stage"));
  if (boosters === 0) parts.push("no boosters");
  if (boosters) parts.push(plural(boosters, "booster") + (boosterDiameter === undefined ? "" : ` ${metres("boosterDiameter")} across`));
  if (fairingDiameter !== undefined) parts.push(`a fairing ${metres("fairingDiameter")} across`);
  if (fairingLength !== undefined) parts.push(`a fairing ${metres("fairingLength")} long`);
  return parts.join(", ");
}
