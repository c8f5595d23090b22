import "server-only";
import { getFactBase } from "@/lib/content/fact-base";
import { startSweeping } from "@/lib/data/quiz-sweeping";
import { getDatabase } from "@/lib/db/database";

/** Next answers the first request before it has waited for `register()`, so the start script (scripts/setup/serve.mjs) listens here itself. */
type StartScript = { settle(error: unknown): void };

/** The start script asks it first, since it cannot import from the bundles. In development the framework does all, so that a change is seen. */
async function openFront(): Promise<void> {
  if (process.env.NODE_ENV !== "production") return;
  const { takeSave } = await import("@/app/api/quiz/front");
  Object.assign(globalThis, { hangtianTakeSave: takeSave });
}

/** Loaded only when there is something to report: with it comes all that signing in needs. */
const report = (error: unknown) => void import("@/lib/actions").then(({ reportUnexpected }) => reportUnexpected(error));

/** Apart from instrumentation.ts, so that the edge runtime never sees these imports. */
export async function prepareServer(): Promise<void> {
  const { hangtianStart } = globalThis as { hangtianStart?: StartScript };
  try {
    getFactBase();
    await getDatabase();
    startSweeping(report);
    await openFront();
    hangtianStart?.settle(null);
  } catch (error) {
    if (!hangtianStart) throw error;
    hangtianStart.settle(error);
  }
}
