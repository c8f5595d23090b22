import "server-only";
import { getFactBase } from "@/lib/content/fact-base";
import { getDatabase } from "@/lib/db/database";
import type { FactBase } from "@/lib/facts/fact-base";
import { mayBeAsked } from "@/lib/facts/fact-query";
import type { Fact } from "@/lib/facts/model";
import { joinBases } from "@/lib/own-facts/fact-bases";
import { withCurrentIds } from "@/lib/progress/current-ids";
import type { FactMask, History } from "@/lib/progress/history";
import { asFactId } from "@/lib/shared/ids";
import { readLearnerFacts, type LearnerFacts } from "./learner-facts";
import { inLearnerSnapshot } from "./learner-snapshot";
import { keepCheckpoint } from "./progress-checkpoint";
import { filteredFacts, type FilterName, type ProgressFilter } from "./progress-filter";
import { readHistory } from "./progress-history";
import type { Viewer } from "./viewer";

/** What all figures of a learner's progress are reckoned from. */
export type ProgressBasis = LearnerFacts & {
  base: FactBase;
  now: Date;
  /** `setIds`: the sets that it is about. */
  filter: (FilterName & { setIds: string[] }) | null;
  /** The facts that may be asked, of the set or class where one is chosen. */
  facts: readonly Fact[];
  /** Each fact under its current id. */
  history: History;
  /** Of `history.factIds`, those of the filter; null without one: then answers to facts that have left the content count too. */
  mask: FactMask;
};

/** All of the content that may be asked, and of own cards and tables what the learner has begun: the rest of them is nothing that anybody has to learn. */
export const everything = ({ bases: { main, own }, states }: Pick<LearnerFacts, "bases" | "states">): Fact[] => [
  ...main.content.facts.filter(mayBeAsked), ...[...own.values()].flatMap(({ facts }) => facts.filter((fact) => mayBeAsked(fact) && states.has(fact.id))),
];

/** Which facts of a history with current ids are among those given. */
export function maskOf({ factIds }: History, facts: readonly Fact[]): Uint8Array {
  const wanted = new Set<string>(facts.map(({ id }) => id));
  return Uint8Array.from(factIds, (factId) => (wanted.has(factId) ? 1 : 0));
}

/** Throws UNAUTHENTICATED without a user, and as `filteredFacts` does. All is read as it was at one moment. */
export async function loadProgressBasis(viewer: Viewer, wanted: ProgressFilter, now: Date): Promise<ProgressBasis> {
  const base = getFactBase();
  const { filtered, learnerFacts, read } = await inLearnerSnapshot(viewer, async (tx, learner) => ({
    filtered: await filteredFacts(tx, viewer, wanted),
    learnerFacts: await readLearnerFacts(tx, learner, now),
    read: await readHistory(tx, learner),
  }));
  const { checkpoint } = read;
  if (checkpoint) await keepCheckpoint(await getDatabase(), learnerFacts.learner, checkpoint);
  const history = withCurrentIds(read.history, (factId) => base.facts.get(asFactId(factId))?.id ?? factId);
  if (!filtered) return { ...learnerFacts, base, now, filter: null, facts: everything(learnerFacts), history, mask: null };
  const { facts, bases: { own }, ...filter } = filtered;
  const bases = joinBases(base, new Map([...learnerFacts.bases.own, ...own]));
  return { ...learnerFacts, bases, base, now, filter, facts, history, mask: maskOf(history, facts) };
}
