import { percentOf } from "./gradebook";
import { countedShare, type CountedAttempt } from "./work";

/** One pupil's attempts in the order in which they were begun: their shares of the points in [0, 1] as they are and as they would be, null for one that is not graded. */
export type RegradedPupil = { before: readonly (number | null)[]; after: readonly (number | null)[] };

/** For how many pupils the mark changes, and by how many of a hundred points at most: `up` and `down` are 0 where nobody's does. */
export type RegradeEffect = { pupils: number; up: number; down: number };

/** What regrading means for the marks as the gradebook shows them, in whole per cent. Whoever has a teacher's score or an excuse is not to be among the pupils. */
export function effectOf(pupils: readonly RegradedPupil[], counted: CountedAttempt): RegradeEffect {
  const marked = (shares: RegradedPupil["before"]) => percentOf(countedShare(shares, counted) ?? 0);
  const changes = pupils.map(({ before, after }) => marked(after) - marked(before)).filter((change) => change !== 0);
  return { pupils: changes.length, up: Math.max(0, ...changes), down: Math.max(0, ...changes.map((change) => -change)) };
}
