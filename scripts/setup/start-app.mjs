import { resolve } from "node:path";
import { lockDataFolder } from "../../lib/db/data-folder-lock.mjs";
import { ensureBuild } from "./build.mjs";
import { workInDataFolder } from "./data-folder.mjs";
import { requireFreeSpace } from "./disk.mjs";
import { ensurePackages } from "./packages.mjs";
import { readPort, requireFreePort } from "./port.mjs";
import { ensurePrismaClient } from "./prisma-client.mjs";
import { stopCommands } from "./run-command.mjs";
import { ensureSecret } from "./secret.mjs";
import { serve } from "./serve.mjs";
import { requireUsableSettings } from "./settings.mjs";
import { describeFailure } from "./setup-error.mjs";

/** After this long a stop no longer waits for anything; the database survives a killed process. On a busy machine it takes seconds to write everything down. */
const stopDeadlineMs = 20_000;
/** Ctrl+C comes from the terminal and once more from npm; a signal after that is somebody's second one, who no longer waits. */
const sameSignalMs = 1000;
const databaseMegabytes = 200;

/** @typedef {{ isDevelopment: boolean, isPrepared: boolean }} StartOptions */

/** @param {StartOptions} options */
function setEnvironment({ isDevelopment }, /** @type {string} */ secret) {
  Object.assign(process.env, {
    NODE_ENV: isDevelopment ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || secret,
    // Without an address of its own, next-auth believes the one that the browser used.
    ...(process.env.NEXTAUTH_URL ? {} : { AUTH_TRUST_HOST: "1" }),
  });
}

/** Everything from a fresh clone to an app that answers; what is done already is skipped. */
async function prepareAndServe(/** @type {StartOptions} */ options) {
  const port = readPort(process.env.PORT);
  const host = process.env.HOST || "127.0.0.1";
  const dataDir = resolve(process.env.HANGTIAN_DATA_DIR || ".data");
  requireUsableSettings(process.env);
  await requireFreePort(port, host);
  const { secret, unlock } = workInDataFolder(dataDir, () => ({
    secret: ensureSecret(dataDir),
    // Taken before building, so that a second start does not replace the build under the app that runs.
    unlock: process.env.DATABASE_URL ? () => undefined : lockDataFolder(dataDir),
  }));
  try {
    requireFreeSpace(dataDir, databaseMegabytes);
    if (!options.isPrepared) {
      await ensurePackages();
      await ensurePrismaClient();
      if (!options.isDevelopment) await ensureBuild(resolve(process.env.HANGTIAN_CONTENT_DIR || "content"));
    }
    setEnvironment(options, secret);
    return { ...(await serve({ port, host, isDevelopment: options.isDevelopment })), unlock };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** @param {StartOptions} options */
export async function startApp(options) {
  const startedMs = performance.now();
  let [isStopping, stoppingSinceMs] = [false, 0];
  const starting = prepareAndServe(options);
  /** @param {number} codeOfUnfinished the exit code if the app did not come to answer */
  const stop = async (codeOfUnfinished) => {
    if (isStopping) {
      if (performance.now() - stoppingSinceMs > sameSignalMs) process.exit(codeOfUnfinished);
      return;
    }
    [isStopping, stoppingSinceMs] = [true, performance.now()];
    console.log("Stopping …");
    setTimeout(() => process.exit(codeOfUnfinished), stopDeadlineMs).unref();
    await stopCommands();
    const app = await starting.catch(() => undefined);
    await app?.close();
    app?.unlock();
    process.exit(app ? 0 : codeOfUnfinished);
  };
  process.on("SIGINT", () => stop(130));
  process.on("SIGTERM", () => stop(143));
  try {
    const app = await starting;
    if (isStopping) return;
    console.log(`Hangtian is ready at ${app.address} (${((performance.now() - startedMs) / 1000).toFixed(1)} s). Stop it with Ctrl+C.`);
  } catch (error) {
    if (isStopping) return;
    console.error(describeFailure(error));
    process.exit(1);
  }
}
