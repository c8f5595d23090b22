import "server-only";
import { getFactBase } from "@/lib/content/fact-base";
import { getDatabase } from "@/lib/db/database";

/** Next answers the first request before it has waited for `register()`, so the start script (scripts/setup/serve.mjs) listens here itself. */
type StartScript = { settle(error: unknown): void };

/** Apart from instrumentation.ts, so that the edge runtime never sees these imports. */
export async function prepareServer(): Promise<void> {
  const { hangtianStart } = globalThis as { hangtianStart?: StartScript };
  try {
    getFactBase();
    await getDatabase();
    hangtianStart?.settle(null);
  } catch (error) {
    if (!hangtianStart) throw error;
    hangtianStart.settle(error);
  }
}
