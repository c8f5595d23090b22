import "server-only";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { durableStartParams, DurableNodeFs, syncTree } from "./durable-files";

/** Opens the database in `<dataDir>/postgres`, and makes it when it is not there. The caller holds the folder's lock. */
export async function openEmbedded(dataDir: string): Promise<PGlite> {
  const folder = join(dataDir, "postgres");
  if (!existsSync(join(folder, "PG_VERSION"))) await createCluster(folder);
  return PGlite.create({ fs: new DurableNodeFs(folder), startParams: durableStartParams });
}

/** Made aside and renamed when it is complete: a start that was killed in the middle leaves nothing that looks like a database. */
async function createCluster(folder: string): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  const pg = await PGlite.create({ dataDir: unfinished });
  await pg.close();
  syncTree(unfinished);
  renameSync(unfinished, folder);
}

/** A database in memory, empty or as it was dumped: the shadow for comparing migrations, and what tests run on. */
export function openInMemory(dump?: Blob): Promise<PGlite> {
  return PGlite.create(dump ? { loadDataDir: dump } : {});
}
