import "server-only";
import { z } from "zod";
import { getDatabase } from "@/lib/db/database";
import { asFactId } from "@/lib/shared/ids";
import { isStorable } from "@/lib/shared/storable-text";
import { demandClass } from "./class-access";
import { factsOfClass } from "./class-knows-facts";
import { findMissed, type MissedFact } from "./class-knows-mistakes";
import { recallByTopic, type TopicRecall } from "./class-knows-recall";
import { createSet } from "./sets";
import type { Viewer } from "./viewer";

/** What fewer pupils know together is what each of them knows. */
export const fewestPupils = 3;

/** `topics` is null where there are fewer pupils than `fewestPupils`. Nobody is named. */
export type ClassKnowledge = { className: string; isArchived: boolean; pupils: number; facts: number; topics: TopicRecall[] | null; missed: MissedFact[] };

/** What the pupils of a class know of what it is to learn, all together. Throws as `demandClass` does. */
export async function classKnowledge(viewer: Viewer, classId: string, now: Date): Promise<ClassKnowledge> {
  const database = await getDatabase();
  const { row } = await demandClass(database, viewer, classId, "see-analysis");
  const pupils = await database.classMember.findMany({ where: { classId: row.id, role: "pupil", removedAt: null }, select: { userId: true } });
  const facts = await factsOfClass(database, row.id);
  const userIds = pupils.map(({ userId }) => userId);
  const recalled = userIds.length < fewestPupils ? null : recallByTopic(database, { facts, userIds, now });
  const [topics, missed] = await Promise.all([recalled, findMissed(database, row.id)]);
  return { className: row.name, isArchived: row.archivedAt !== null, pupils: userIds.length, facts: facts.length, topics, missed };
}

/** A set of facts that the class should learn anew. */
export const missedSetSchema = z.strictObject({
  name: z.string().trim().min(1).max(100).refine(isStorable),
  factIds: z.array(z.string().min(1).max(200).transform(asFactId)).min(1).max(100),
});
export type MissedSet = z.output<typeof missedSetSchema>;

/** Makes a set of the viewer's own out of facts, those of own cards and tables that the class was given among them: they stay in their set, with one memory. Throws as `demandClass` and `createSet` do. */
export async function makeMissedSet(viewer: Viewer, classId: string, { name, factIds }: MissedSet, now: Date): Promise<{ setId: string }> {
  await demandClass(await getDatabase(), viewer, classId, "write-assignments");
  const { id } = await createSet(viewer, { name, query: { topics: [], entities: [], facts: factIds } }, now);
  return { setId: id };
}
