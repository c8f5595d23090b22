import "server-only";
import { countAttempt } from "@/lib/auth/rate-limit";
import { getDatabase } from "@/lib/db/database";
import type { Viewer } from "./viewer";

/** Counts an export, which reads a whole log; throws RATE_LIMITED when the viewer asked too often. */
export async function countExport({ userId }: Viewer, now: Date): Promise<void> {
  await countAttempt(await getDatabase(), { kind: "export-user", of: userId, now });
}
