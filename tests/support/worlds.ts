import type { FactBase } from "@/lib/facts/fact-base";
import { asEntityId, asFactId } from "@/lib/shared/ids";
import { makeFactBase } from "./fact-base";

/** A stated fact of the one predicate; subjects and values are positions. */
export type Statement = {
  subject: number;
  value: number;
  asOf: "2010" | "2020" | undefined;
  stage: "1" | "2" | undefined;
  complete: boolean;
  standing: "sound" | "disputed" | "deprecated";
};

/** A small base as a random generator describes it: one predicate between three subjects and three values. */
export type Sketch = {
  functional: boolean;
  inverseFunctional: boolean;
  granular: boolean;
  timeVarying: boolean;
  allComplete: boolean;
  statements: Statement[];
  /** [part, whole] among the subjects and among the values; a part's position is always the smaller. */
  subjectParts: [number, number][];
  valueParts: [number, number][];
  /** Positions of two values that go by one name. */
  sharedValueName: [number, number] | undefined;
};

export const size = 3;
const positions = [0, 1, 2];
export const subjectId = (i: number) => asEntityId(`s${i}`);
export const valueId = (i: number) => asEntityId(`v${i}`);
export const statementId = (i: number) => asFactId(`p.${i}`);

/** The sketch as a base that `certify` can look at; statement i is the fact `p.i`. */
export function baseOf(sketch: Sketch): FactBase {
  const { functional, inverseFunctional, granular, timeVarying } = sketch;
  const parts = (pairs: [number, number][], id: typeof subjectId) =>
    pairs.map(([part, whole]) => ({ subject: id(part), predicate: "part_of", value: id(whole) as string }));
  return makeFactBase({
    entities: positions.flatMap((i) => [
      subjectId(i),
      { id: valueId(i), aliases: sketch.sharedValueName?.includes(i) ? ["One name"] : [] },
    ]),
    qualifiers: ["stage"],
    predicates: [
      "part_of",
      { id: "p", functional, inverseFunctional, granular, timeVarying, ...(sketch.allComplete && { complete: { asOf: "2020", source: "source-1" as never } }) },
    ],
    facts: [
      ...parts(sketch.subjectParts, subjectId),
      ...parts(sketch.valueParts, valueId),
      ...sketch.statements.map(({ subject, value, asOf, stage, complete, standing }, i) => ({
        id: statementId(i),
        subject: subjectId(subject),
        predicate: "p",
        value: valueId(value) as string,
        qualifiers: stage ? { stage } : {},
        complete,
        rank: standing === "deprecated" ? ("deprecated" as const) : ("normal" as const),
        assurance: standing === "disputed" ? ("disputed" as const) : ("verified" as const),
        ...(asOf && { asOf }),
      })),
    ],
  });
}

/** Whether i and j are one, or one lies in the other, by the transitive closure of the parts. */
export function relation(parts: [number, number][]): boolean[][] {
  const within = positions.map((i) => positions.map((j) => parts.some(([part, whole]) => part === i && whole === j)));
  for (const k of positions) for (const i of positions) for (const j of positions) within[i]![j] ||= within[i]![k]! && within[k]![j]!;
  return positions.map((i) => positions.map((j) => i === j || within[i]![j]! || within[j]![i]!));
}

/** What the question is about: a time (of a predicate that varies) and a stage. */
export type Slot = { time: string | undefined; stage: string | undefined };

export const slotOf = (sketch: Sketch, statement: Statement): Slot => ({
  time: sketch.timeVarying ? statement.asOf : undefined,
  stage: statement.stage,
});

const isIn = (sketch: Sketch, slot: Slot, statement: Statement) => {
  const own = slotOf(sketch, statement);
  return own.time === slot.time && own.stage === slot.stage;
};

const bit = (subject: number, value: number) => 1 << (subject * size + value);

/** Pairs that are true together in no world (as masks of two bits): a second value, a second subject. */
function conflictsOf(sketch: Sketch): number[] {
  const related = relation(sketch.valueParts);
  const conflicts: number[] = [];
  for (const s of positions) for (const a of positions) for (const b of positions) {
    if (sketch.functional && a < b && !(sketch.granular && related[a]![b]!)) conflicts.push(bit(s, a) | bit(s, b));
    // A whole belongs to everything that has one of its parts, so "one subject" is no constraint on a granular predicate.
    if (sketch.inverseFunctional && !sketch.granular && a < b) conflicts.push(bit(a, s) | bit(b, s));
  }
  return conflicts;
}

/** Pairs that complete lists leave no room for; of a granular predicate there is room for relatives of what is listed. */
function excludedByLists(sketch: Sketch, slot: Slot): number {
  const related = relation(sketch.valueParts);
  let excluded = 0;
  for (const s of positions) {
    const listed = sketch.statements.filter((each) => each.subject === s && each.standing !== "deprecated" && slotOf(sketch, each).time === slot.time);
    const isComplete = listed.some((each) => each.complete && each.standing === "sound") || (sketch.allComplete && (!sketch.timeVarying || slot.time === "2020"));
    if (!isComplete) continue;
    for (const v of positions) {
      if (!listed.some((each) => each.value === v || (sketch.granular && related[each.value]![v]!))) excluded |= bit(s, v);
    }
  }
  return excluded;
}

/**
 * Every set of (subject, value) pairs that may be all that is true in the slot, as bit masks (bit subject × 3 + value).
 * No declaration links two slots except through stated facts, so each slot is enumerated by itself.
 */
export function possibleWorlds(sketch: Sketch, slot: Slot): number[] {
  const stated = sketch.statements.filter((each) => each.standing === "sound" && isIn(sketch, slot, each));
  const must = stated.reduce((mask, { subject, value }) => mask | bit(subject, value), 0);
  const excluded = excludedByLists(sketch, slot);
  const conflicts = conflictsOf(sketch);
  const worlds: number[] = [];
  for (let world = 0; world < 1 << (size * size); world++) {
    if ((world & must) === must && (world & excluded) === 0 && conflicts.every((both) => (world & both) !== both)) worlds.push(world);
  }
  return worlds;
}

/** Whether the pair is true in none of the worlds. */
export const isAbsent = (worlds: number[], subject: number, value: number) => worlds.every((world) => (world & bit(subject, value)) === 0);
