import "server-only";
import { getFactBase } from "@/lib/content/fact-base";
import { getDatabase } from "@/lib/db/database";
import { factQuerySchema, factsIn, mostQueried, type FactQuery } from "@/lib/facts/fact-query";
import { nameOf, statementOf } from "@/lib/facts/render";
import { setsOfFacts, type FactBases } from "@/lib/own-facts/fact-bases";
import { AppError } from "@/lib/shared/app-error";
import { asEntityId, type EntityId, type FactId } from "@/lib/shared/ids";
import { ownBasesOfFacts } from "./fact-bases";
import { addSetRow, changeSetRow, lockOwnSet } from "./set-change";
import { knownPart } from "./set-contents";
import { inTransaction } from "./transaction";
import type { Viewer } from "./viewer";

/** What there is to pick of a subject, and the viewer's sets to put it into. */
export type Pickable = { id: string; name: string; facts: { id: string; statement: string }[]; sets: { id: string; name: string }[] };

/** The facts about an entity and those that name it, as far as they may be asked. Throws NOT_FOUND for an unknown entity. */
export async function pickableFacts({ userId }: Viewer, entityId: string): Promise<Pickable> {
  const [database, base] = [await getDatabase(), getFactBase()];
  const id = asEntityId(entityId);
  if (!base.entities.has(id)) throw new AppError("NOT_FOUND", "There is no such entry.");
  const facts = factsIn(base, { topics: [], entities: [id], facts: [] });
  const told = facts.map((fact) => ({ id: fact.id, statement: statementOf(base, fact), isNamed: fact.subject !== id }));
  // What is said of it comes before where it is only named; there names stand in the order in which people count.
  told.sort((a, b) => Number(a.isNamed) - Number(b.isNamed) || (a.isNamed ? a.statement.localeCompare(b.statement, "en", { numeric: true }) : 0));
  const sets = await database.factSet.findMany({ where: { ownerId: userId }, orderBy: [{ name: "asc" }, { id: "asc" }], select: { id: true, name: true } });
  return { id, name: nameOf(base, id, { bare: true }), facts: told.map(({ id: factId, statement }) => ({ id: factId, statement })), sets };
}

/** `setId`: null for a new set, which gets the name. */
export type Addition = { setId: string | null; name: string; entities: readonly EntityId[]; facts: readonly FactId[] };

const together = <T>(before: readonly T[], more: readonly T[]): T[] => [...new Set([...before, ...more])];

const nothing: FactQuery = { topics: [], entities: [], facts: [] };

const withAddition = (bases: FactBases, query: FactQuery, { entities, facts }: Addition): FactQuery =>
  knownPart(bases, { ...query, entities: together(query.entities, entities), facts: together(query.facts, facts) });

/** Puts subjects and single facts into a set of the viewer's own, or into a new one. Throws NOT_FOUND for another's set, INVALID where there is nothing to put in, CONFLICT where there is no room. */
export function addToSet(viewer: Viewer, addition: Addition, now: Date): Promise<{ id: string }> {
  return inTransaction(async (tx) => {
    const row = addition.setId === null ? null : await lockOwnSet(tx, { id: addition.setId, ownerId: viewer.userId });
    const before = row ? factQuerySchema.parse(row.query) : nothing;
    const bases = await ownBasesOfFacts(tx, viewer, [...before.facts, ...addition.facts]);
    const [query, added] = [withAddition(bases, before, addition), withAddition(bases, nothing, addition)];
    if (factsIn(bases.main, added).length + setsOfFacts(added.facts).length === 0) throw new AppError("INVALID", "There is nothing to put in.");
    if (query.entities.length > mostQueried.entities || query.facts.length > mostQueried.facts) throw new AppError("CONFLICT", "This set has no room for more.");
    const { id } = row ? await changeSetRow(tx, { id: row.id, ownerId: viewer.userId }, { query }, now) : await addSetRow(tx, viewer, { name: addition.name, query, ownFacts: null }, now);
    return { id };
  });
}
