import "server-only";
import { getFactBase } from "@/lib/content/fact-base";
import { getDatabase } from "@/lib/db/database";
import { env } from "@/lib/env";

/** Apart from instrumentation.ts, so that the edge runtime never sees these imports. */
export async function prepareServer(): Promise<void> {
  getFactBase(env.contentDir);
  await getDatabase();
}
