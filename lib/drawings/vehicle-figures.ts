import { factsOf, isOfType, type FactBase } from "@/lib/facts/fact-base";
import type { Fact } from "@/lib/facts/model";
import { toBaseAmount } from "@/lib/facts/quantities";
import { asPredicateId, type EntityId, type FactId } from "@/lib/shared/ids";
import { err, ok, type Result } from "@/lib/shared/result";

/** What a rocket is drawn from. Lengths in metres; what is absent is not known, and drawn schematically or not at all. */
export type VehicleFigures = {
  height: number;
  coreDiameter: number;
  stages?: number;
  boosters?: number;
  boosterDiameter?: number;
  secondStageDiameter?: number;
  fairingDiameter?: number;
  fairingLength?: number;
  /** The figures that are only "about" right. */
  about: FigureName[];
};

export type FigureName = Exclude<keyof VehicleFigures, "about">;

/** The figures, and the fact that each is from. The facts name the rocket, so they stay on the server. */
export type SourcedFigures = { figures: VehicleFigures; facts: Partial<Record<FigureName, FactId>> };

export type NoFigures = "unknown-entity" | "not-a-rocket" | "no-height" | "no-core-diameter" | "impossible";

const predicateOf: Record<FigureName, string> = {
  height: "height",
  coreDiameter: "core_diameter",
  stages: "number_of_stages",
  boosters: "number_of_boosters",
  boosterDiameter: "booster_diameter",
  secondStageDiameter: "second_stage_diameter",
  fairingDiameter: "fairing_diameter",
  fairingLength: "fairing_length",
};

/** Every figure there is, the most telling first. */
export const figureNames = Object.keys(predicateOf) as FigureName[];

const isCount = (name: FigureName) => name === "stages" || name === "boosters";

const rocketTypes = ["launch_vehicle", "sounding_rocket", "missile"];

/** The one fact that gives the figure; none where sources differ, or where several values hold in different senses. */
function soundFact(base: FactBase, entity: EntityId, name: FigureName): Fact | undefined {
  const facts = factsOf(base, entity, asPredicateId(predicateOf[name])).filter((fact) => fact.rank !== "deprecated");
  if (facts.some((fact) => fact.assurance === "disputed")) return undefined;
  const preferred = facts.filter((fact) => fact.rank === "preferred");
  const candidates = preferred.length > 0 ? preferred : facts;
  return candidates.length === 1 ? candidates[0] : undefined;
}

/** In metres or as a count; nothing for an open bound ("at least"), another dimension, or an amount that cannot be drawn. */
function readFigure(base: FactBase, fact: Fact, name: FigureName): { amount: number; isAbout: boolean } | undefined {
  const { value } = fact;
  if (value.kind !== "quantity") return undefined;
  if (value.bound !== undefined && value.bound !== "about" && value.bound !== "nearly") return undefined;
  const inBase = toBaseAmount(base, value);
  if (!inBase.ok) return undefined;
  const { amount, dimension } = inBase.value;
  const isDrawable = isCount(name) ? Number.isInteger(amount) && amount >= 0 && amount <= 12 : dimension === "length" && amount > 0;
  // The factor of a unit leaves digits behind that nobody stated.
  return isDrawable ? { amount: Number(amount.toPrecision(12)), isAbout: value.bound !== undefined } : undefined;
}

/** A pencil is drawable, a plate is not: a figure outside of this is a slip in the facts. */
const isSlender = ({ height, coreDiameter }: VehicleFigures) => height >= 3 * coreDiameter && height <= 60 * coreDiameter;

/** The figures of a rocket as far as undisputed facts give them; height and core diameter are required. */
export function vehicleFiguresOf(base: FactBase, entityId: EntityId): Result<SourcedFigures, NoFigures> {
  const entity = base.entities.get(entityId);
  if (!entity) return err("unknown-entity");
  if (!rocketTypes.some((type) => isOfType(base, entity.type, type))) return err("not-a-rocket");
  const amounts: Partial<Record<FigureName, number>> = {};
  const facts: SourcedFigures["facts"] = {};
  const about: FigureName[] = [];
  for (const name of figureNames) {
    const fact = soundFact(base, entityId, name);
    const figure = fact && readFigure(base, fact, name);
    if (!figure) continue;
    amounts[name] = figure.amount;
    facts[name] = fact.id;
    if (figure.isAbout) about.push(name);
  }
  const { height, coreDiameter } = amounts;
  if (height === undefined) return err("no-height");
  if (coreDiameter === undefined) return err("no-core-diameter");
  const figures = { ...amounts, height, coreDiameter, about };
  return isSlender(figures) ? ok({ figures, facts }) : err("impossible");
}
