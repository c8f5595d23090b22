import { factsOf, type FactBase } from "@/lib/facts/fact-base";
import type { Fact, FactValue, QuantityValue } from "@/lib/facts/model";
import { toBaseAmount } from "@/lib/facts/quantities";
import { asPredicateId, type EntityId } from "@/lib/shared/ids";
import type { Item, Option } from "../item";
import { degreesBetween, meetingOf } from "./meeting";
import { isFirm, rightOptions, wrongOptions } from "./reading";
import type { LintRule } from "./rule";
import { names } from "./shown";

/** The predicate that each figure of a rocket is stated by. */
const predicateOfFigure: Record<string, string> = {
  height: "height", coreDiameter: "core_diameter", stages: "number_of_stages", boosters: "number_of_boosters",
  boosterDiameter: "booster_diameter", secondStageDiameter: "second_stage_diameter", fairingDiameter: "fairing_diameter", fairingLength: "fairing_length",
};

const leastDegrees = 3;
const leastHeightShare = 0.08;

const firmFacts = (base: FactBase, entity: EntityId, predicate: string) => factsOf(base, entity, asPredicateId(predicate)).filter(isFirm);

const amountOf = (base: FactBase, value: QuantityValue) => {
  const amount = toBaseAmount(base, value);
  return amount.ok ? amount.value.amount : NaN;
};

const statesAmount = (base: FactBase, { value }: Fact, amount: number) => value.kind === "quantity" && Math.abs(amountOf(base, value) - amount) < 1e-6;

/** The figures that no fact about the rocket states. */
function inventedFigures(base: FactBase, entity: EntityId, figures: object): string[] {
  return Object.entries(figures)
    .filter(([name, amount]) => typeof amount === "number" && !firmFacts(base, entity, predicateOfFigure[name] ?? "").some((fact) => statesAmount(base, fact, amount)))
    .map(([name, amount]) => `no fact says ${name} ${amount} of ${entity}`);
}

function heightOf(base: FactBase, entity: EntityId | undefined): { fact: Fact; value: QuantityValue } | undefined {
  const [fact] = entity === undefined ? [] : firmFacts(base, entity, "height");
  return fact?.value.kind === "quantity" ? { fact, value: fact.value } : undefined;
}

const boostersOf = (base: FactBase, entity: EntityId) => firmFacts(base, entity, "number_of_boosters").flatMap(({ value }) => (value.kind === "quantity" ? value.amount : []))[0];

/** Whether a rocket is surely and visibly another than the one drawn. */
function looksOther(base: FactBase, key: EntityId, option: Option): boolean {
  const [own, other] = [heightOf(base, key), heightOf(base, option.entity)];
  const predicate = base.predicates.get(asPredicateId("height"));
  if (!own || !other || !predicate || meetingOf(base, predicate, own.value, other.value) !== "apart") return false;
  const [a, b] = [amountOf(base, own.value), amountOf(base, other.value)];
  const isVisible = Math.abs(a - b) / Math.max(a, b) >= leastHeightShare || boostersOf(base, key) !== boostersOf(base, option.entity!);
  return isVisible && option.certificate?.because.includes(other.fact.id) === true;
}

/** A described figure must not say what it asks for. */
function toldByDescription(base: FactBase, item: Item): string[] {
  if (item.described === undefined) return ["nothing describes the figure"];
  const told = item.options.filter(({ entity }) => entity !== undefined && names(base, item.described!, entity));
  return item.figure?.kind === "map" && item.direction === "forward" ? [] : told.map(({ text }) => `the description names "${text}"`);
}

/** The drawn rocket is the key's, and every other option would be drawn otherwise. */
export const drawnRocket: LintRule = {
  id: "truth/picture",
  says: "The figures drawn are those of the key by firm facts, the description names no option, and every other rocket is provably and visibly of another shape.",
  applies: ({ type }) => type === "picture",
  faults(base, item) {
    const key = rightOptions(item)[0]?.entity;
    if (item.figure?.kind !== "launch-vehicle" || key === undefined) return ["no rocket is drawn"];
    return [
      ...inventedFigures(base, key, item.figure.figures),
      ...toldByDescription(base, item),
      ...wrongOptions(item).filter((option) => !looksOther(base, key, option)).map(({ text }) => `the drawing might be of "${text}"`),
    ];
  },
};

type Place = Extract<FactValue, { kind: "coordinates" }>;

const placeOf = (base: FactBase, entity: EntityId | undefined): Place | undefined =>
  entity === undefined ? undefined : firmFacts(base, entity, "coordinates").flatMap(({ value }) => (value.kind === "coordinates" ? value : []))[0];

type Point = Extract<NonNullable<Item["figure"]>, { kind: "map" }>["points"][number];

const isAt = ({ latitude, longitude }: Point, place: Place | undefined) => place !== undefined && place.latitude === latitude && place.longitude === longitude;

function markedOptions(base: FactBase, item: Item, points: readonly Point[]): string[] {
  if (points.length !== item.options.length) return ["there is not one point for each option"];
  const strayed = item.options.filter(({ text, entity }) => !points.some((point) => point.label === text && isAt(point, placeOf(base, entity))));
  return strayed.map(({ text }) => `"${text}" is not marked where it lies`);
}

function markedKey(base: FactBase, item: Item, points: readonly Point[]): string[] {
  const [key] = rightOptions(item);
  const place = placeOf(base, key?.entity);
  const isAlone = points.length === 1 && points[0]!.label === undefined && isAt(points[0]!, place);
  if (!isAlone) return ["the point marked is not the key's, or it is named"];
  const near = wrongOptions(item).filter(({ entity }) => {
    const other = placeOf(base, entity);
    return !other || degreesBetween(place!, other) < leastDegrees;
  });
  return near.map(({ text }) => `"${text}" lies too near to the point`);
}

/** What the map marks is where the facts say. */
export const markedPlaces: LintRule = {
  id: "truth/map",
  says: "A map marks every option where its fact says, or the key alone and unnamed with all other options three degrees away or more.",
  applies: ({ type }) => type === "map",
  faults(base, item) {
    if (item.figure?.kind !== "map") return ["nothing is marked"];
    const { points } = item.figure;
    return [...(item.direction === "forward" ? markedOptions(base, item, points) : markedKey(base, item, points)), ...toldByDescription(base, item)];
  },
};
