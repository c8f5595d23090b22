import "server-only";
import { getFactBase } from "@/lib/content/fact-base";
import { getDatabase } from "@/lib/db/database";

export type Health = { ok: true; contentVersion: string };

/** Rejects when the database does not answer or the content cannot be loaded. */
export async function checkHealth(): Promise<Health> {
  const [database, base] = await Promise.all([getDatabase(), getFactBase()]);
  await database.$queryRaw`SELECT 1`;
  return { ok: true, contentVersion: base.version };
}
