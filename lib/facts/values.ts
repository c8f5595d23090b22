import type { EntityId } from "@/lib/shared/ids";
import { areDatesDisjoint } from "./dates";
import type { FactBase } from "./fact-base";
import type { FactValue, Predicate } from "./model";
import { normaliseName, sharesName } from "./names";
import { areQuantitiesDisjoint, toBaseAmount } from "./quantities";
import { areRelated } from "./relations";

/** How two values of one predicate stand to each other; everything but `different` forbids that one is called false because of the other. */
export type Comparison = "same" | "shares-name" | "related" | "overlaps" | "other-kind" | "different";

/** Degrees by which two places must differ in latitude or longitude: pads lie up to 0.4° from the reference point of their site. */
const coordinateMargin = 1;

function compareEntities(base: FactBase, a: EntityId, b: EntityId): Comparison {
  if (a === b) return "same";
  if (areRelated(base, a, b)) return "related";
  return sharesName(base, a, b) ? "shares-name" : "different";
}

type TextValue = Extract<FactValue, { kind: "text" }>;

const wordsByText = new WeakMap<TextValue, ReadonlySet<string>>();

/** Texts are compared by the hundred thousand while distractors are sought, and values never change. */
function wordsOf(value: TextValue): ReadonlySet<string> {
  let words = wordsByText.get(value);
  if (!words) {
    words = new Set(normaliseName(value.text).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== ""));
    wordsByText.set(value, words);
  }
  return words;
}

const contains = (outer: ReadonlySet<string>, inner: ReadonlySet<string>) => [...inner].every((word) => outer.has(word));

/** Texts whose words are among the other's may mean the same ("solid", "solid propellant"). */
function compareTexts(a: TextValue, b: TextValue): Comparison {
  if (a.text === b.text) return "same";
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const [isWider, isNarrower] = [contains(left, right), contains(right, left)];
  if (isWider && isNarrower && normaliseName(a.text) === normaliseName(b.text)) return "same";
  return isWider || isNarrower ? "overlaps" : "different";
}

function areSameLiteral(base: FactBase, a: FactValue, b: FactValue): boolean {
  if (a.kind === "date" && b.kind === "date") return a.edtf === b.edtf && a.precision === b.precision && a.timeZone === b.timeZone;
  if (a.kind === "quantity" && b.kind === "quantity") {
    const [first, second] = [toBaseAmount(base, a), toBaseAmount(base, b)];
    return first.ok && second.ok && a.bound === b.bound && first.value.dimension === second.value.dimension && first.value.amount === second.value.amount;
  }
  return false;
}

/** Compares two values of `predicate`: names and part-of for entities, intervals with precision, rounding and tolerance for literals. Symmetric. */
export function compareValues(base: FactBase, predicate: Predicate, a: FactValue, b: FactValue): Comparison {
  if (a.kind === "entity" && b.kind === "entity") return compareEntities(base, a.entity, b.entity);
  if (a.kind === "text" && b.kind === "text") return compareTexts(a, b);
  if (a.kind === "boolean" && b.kind === "boolean") return a.value === b.value ? "same" : "different";
  if (areSameLiteral(base, a, b)) return "same";
  if (a.kind === "date" && b.kind === "date") return areDatesDisjoint(a, b) ? "different" : "overlaps";
  if (a.kind === "quantity" && b.kind === "quantity") return areQuantitiesDisjoint(base, a, b, predicate.tolerance) ? "different" : "overlaps";
  if (a.kind === "coordinates" && b.kind === "coordinates") {
    const gaps = [Math.abs(a.latitude - b.latitude), Math.abs(a.longitude - b.longitude)];
    if (Math.max(...gaps) === 0) return "same";
    return gaps.some((gap) => gap > coordinateMargin) ? "different" : "overlaps";
  }
  return "other-kind";
}
