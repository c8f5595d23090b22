import "server-only";
import { getFactBase } from "@/lib/content/fact-base";
import type { FactSet } from "@/lib/db/generated/client";
import { inWrittenOrder, joinBases, setsOfFacts, withSetName, type FactBases, type OwnBase } from "@/lib/own-facts/fact-bases";
import type { OwnContent } from "@/lib/own-facts/own-content";
import { ownFactBaseInSteps } from "@/lib/own-facts/own-fact-base";
import { findAnySets, findNamed, findRevisions, findUsableSets, type QueriedSet, type Revision } from "./named-sets";
import { inTurns } from "./set-own-turns";
import type { Transaction } from "./transaction";
import type { Viewer } from "./viewer";

/** Null where nothing can be made of what was written. */
type Kept = { revision: number; own: OwnBase | null };

/** More own facts are not held at once, whoever's they are: with what the question engine remembers of each, some kilobytes apiece. */
const mostKept = 20_000;

/** Kept outside the module, so that a reload in development does not make everything again. The set that went unused for longest comes first. */
const kept = ((globalThis as { hangtianOwnFacts?: Map<string, Kept> }).hangtianOwnFacts ??= new Map<string, Kept>());

const sizeOf = ({ own }: Kept) => 1 + (own?.facts.length ?? 0);

function keep(setId: string, made: Kept): void {
  kept.delete(setId);
  kept.set(setId, made);
  let size = [...kept.values()].reduce((sum, each) => sum + sizeOf(each), 0);
  for (const [oldest, each] of kept) {
    if (size <= mostKept || oldest === setId) break;
    kept.delete(oldest);
    size -= sizeOf(each);
  }
}

/** The same base for as long as the set stays as it is, so that what the engine found out about it holds. */
function knownOf({ id, revision }: Revision): Kept | undefined {
  const known = kept.get(id);
  if (known?.revision !== revision) return undefined;
  keep(id, known);
  return known;
}

type ReadSet = Pick<FactSet, "id" | "revision" | "name" | "ownFacts">;

async function makeOwn({ id, revision, name, ownFacts }: ReadSet): Promise<OwnBase | null> {
  const content = ownFacts as OwnContent | null;
  const made = content && (await inTurns(ownFactBaseInSteps(getFactBase(), id, content)));
  const own = made?.ok ? { base: withSetName(made.value, id, name), facts: inWrittenOrder(made.value, id, content!) } : null;
  keep(id, { revision, own });
  return own;
}

/** Others may ask while a base is being made. */
const beingMade = new Map<string, Promise<OwnBase | null>>();

async function ownOf(set: ReadSet): Promise<OwnBase | null> {
  const known = knownOf(set);
  if (known) return known.own;
  const key = `${set.id} ${set.revision}`;
  const begun = beingMade.get(key) ?? makeOwn(set).finally(() => beingMade.delete(key));
  beingMade.set(key, begun);
  return begun;
}

/** The content with nobody's own facts beside it. */
export const contentAlone = (): FactBases => joinBases(getFactBase(), new Map());

/** The content beside the own facts of sets that have been read, and of those that their queries name; whether the viewer may use the former is the caller's to know. */
export const basesOfSets = async (tx: Transaction, sets: readonly QueriedSet[]): Promise<FactBases> => readBases(tx, [...sets, ...(await findNamed(tx, sets))]);

async function readBases(tx: Transaction, sets: readonly Revision[]): Promise<FactBases> {
  // Held from here on: while others are made, they may be dropped from those that are kept.
  const known = new Map(sets.map((set) => [set.id, knownOf(set)]));
  // The cards and tables of a set are up to megabytes, and nearly always those that are known.
  const unknown = sets.filter(({ id }) => !known.get(id)).map(({ id }) => id);
  const read = unknown.length > 0 ? await tx.factSet.findMany({ where: { id: { in: unknown } }, select: { id: true, revision: true, name: true, ownFacts: true } }) : [];
  const made = new Map<string, OwnBase | null>();
  for (const set of read) made.set(set.id, await ownOf(set));
  const own = sets.flatMap(({ id }) => {
    const one = known.get(id)?.own ?? made.get(id);
    return one ? [[id, one] as const] : [];
  });
  return joinBases(getFactBase(), new Map(own));
}

/** The bases of those sets that some facts belong to which the viewer may use themselves: what is only lent cannot be passed on. */
export const ownBasesOfFacts = (tx: Transaction, viewer: Viewer, factIds: Iterable<string>): Promise<FactBases> =>
  findUsableSets(tx, viewer, setsOfFacts(factIds)).then((sets) => readBases(tx, sets));

/** The bases of sets that the viewer may use; of any other, nothing is known, as of facts that have left the content. Asks the database only where a set is named. */
export const usableBases = (tx: Transaction, viewer: Viewer, setIds: readonly string[]): Promise<FactBases> =>
  findRevisions(tx, viewer, setIds).then((sets) => basesOfSets(tx, sets));

/** The bases that some facts belong to, as far as the viewer may use them. Asks the database only where one of them is a set's own. */
export const basesOfFacts = (tx: Transaction, viewer: Viewer, factIds: Iterable<string>): Promise<FactBases> => usableBases(tx, viewer, setsOfFacts(factIds));

/** Those that there are already, and as `basesOfFacts` those that further facts belong to. */
export async function widenBases(tx: Transaction, viewer: Viewer, bases: FactBases, factIds: Iterable<string>): Promise<FactBases> {
  const missing = setsOfFacts(factIds).filter((setId) => !bases.own.has(setId));
  return missing.length === 0 ? bases : joinBases(bases.main, new Map([...bases.own, ...(await usableBases(tx, viewer, missing)).own]));
}

/** The same, whoever asks: for questions that were put already, and for classes. Whether the viewer may see them is the caller's to know. */
export const basesOfPutFacts = (tx: Transaction, factIds: Iterable<string>): Promise<FactBases> =>
  findAnySets(tx, setsOfFacts(factIds)).then((sets) => basesOfSets(tx, sets));
