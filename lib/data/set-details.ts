import "server-only";
import { getDatabase } from "@/lib/db/database";
import { basesOfSets } from "./fact-bases";
import { contentsOf, type SetContents } from "./set-contents";
import { findUsableSet } from "./usable-set";
import type { Viewer } from "./viewer";

/** What only its maker is told of a set. `work`: how many pieces of work of classes are about it, drafts too. */
export type SetKeeping = { revision: number; shareCode: string | null; work: number; hasOwnFacts: boolean };

/** `keeping`: null for whoever may use the set but not change it. */
export type SetDetails = { id: string; name: string; contents: SetContents; keeping: SetKeeping | null };

/** What a set that the viewer may use is made of. Throws NOT_FOUND for any other. */
export async function setDetails(viewer: Viewer, setId: string): Promise<SetDetails> {
  const database = await getDatabase();
  const { id, name } = await findUsableSet(database, viewer, setId);
  const row = await database.factSet.findUniqueOrThrow({ where: { id }, include: { _count: { select: { assignments: true } } } });
  const keeping = { revision: row.revision, shareCode: row.shareCode, work: row._count.assignments, hasOwnFacts: row.ownFacts !== null };
  return { id, name, contents: contentsOf(await basesOfSets(database, [row]), row), keeping: row.ownerId === viewer.userId ? keeping : null };
}
