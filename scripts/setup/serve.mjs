import { createServer } from "node:http";
import { apiPolicy, securityHeaders } from "../../lib/shared/security-headers.mjs";
import { explainListenError } from "./port.mjs";
import { findUnreadable, refuseUnreadable } from "./readable-request.mjs";
import { SetupError } from "./setup-error.mjs";
import { createTurns, isPatient, untilSent } from "./turns.mjs";

/** Answers in progress get this long when the server is told to stop. */
const graceMs = 3000;

/** Two, so that one goes on while the other waits for the database; a slow network must not hold a turn for long. */
const [turnsAtOnce, longestTurnMs] = [2, 3000];

/** A proxy writes the visitor's address itself; without one, whatever stands in the header is the visitor's own claim. */
const isBehindProxy = process.env.HANGTIAN_BEHIND_PROXY === "1";

/** @typedef {{ port: number, host: string, isDevelopment: boolean }} ServeOptions */

/** @param {string} host */
const nameOf = (host) => (["127.0.0.1", "0.0.0.0", "::", "::1"].includes(host) ? "localhost" : host.includes(":") ? `[${host}]` : host);

/** Settles when instrumentation.ts has checked the content and opened the database; Next itself would not wait for that. */
function waitForServerStart() {
  return new Promise((resolve, reject) => {
    const settle = (/** @type {unknown} */ error) => (error === null ? resolve(undefined) : reject(error));
    Object.assign(globalThis, { hangtianStart: { settle } });
    // Next swallows the error of an instrumentation file that does not even load; then nothing is left to wait for.
    process.once("beforeExit", () => reject(new SetupError("The server did not come up. The build may be damaged: delete the folder .next and start again.")));
  });
}

/**
 * Serves the app from this very process, so that stopping it is ours: Next's own command ends at once and would leave the
 * database open.
 * @param {ServeOptions} options
 * @returns {Promise<{ address: string, close(): Promise<void> }>}
 */
export async function serve({ port, host, isDevelopment }) {
  const { default: next } = await import("next");
  const server = createServer();
  const app = next({ dev: isDevelopment, hostname: host, port, httpServer: server });
  try {
    await Promise.all([waitForServerStart(), app.prepare()]);
  } catch (error) {
    await closeDatabase();
    throw error;
  }
  const handle = app.getRequestHandler();
  const inTurn = createTurns(turnsAtOnce, longestTurnMs);
  server.on("request", (request, response) => {
    const unreadable = findUnreadable(request);
    if (unreadable !== null) return refuseUnreadable(unreadable, request.url, response);
    if (!isBehindProxy) request.headers["x-forwarded-for"] = request.socket.remoteAddress ?? "";
    if (takeSave(request, response)) return;
    if (!isPatient(request.url)) return handle(request, response);
    void untilSent(request).then(() => inTurn(async () => response.destroyed || (await handle(request, response))));
  });
  await new Promise((resolve, reject) => {
    server.once("error", (error) => reject(explainListenError(error, port, host)));
    server.listen(port, host, () => resolve(undefined));
  });
  const listening = /** @type {import("node:net").AddressInfo} */ (server.address());
  const address = `http://${nameOf(host)}:${listening.port}`;
  warmUp(address);
  const close = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), graceMs).unref();
    await closed;
    await app.close();
    await closeDatabase();
  };
  return { address, close };
}

/**
 * app/api/quiz/front.ts leaves here what answers a save without Next; true where it does.
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
function takeSave(request, response) {
  const { hangtianTakeSave: take } = /** @type {{ hangtianTakeSave?: (request: unknown, response: unknown) => boolean }} */ (globalThis);
  if (!take?.(request, response)) return false;
  for (const { key, value } of [...securityHeaders, apiPolicy]) response.setHeader(key, value);
  return true;
}

/** The first health check makes the app build its indexes, so that the first learner does not wait for them. */
function warmUp(/** @type {string} */ address) {
  fetch(`${address}/api/health`).catch(() => undefined);
}

/** lib/db/database.ts leaves the open database here, and lib/data/quiz-sweeping.ts who works on it by himself, since this script cannot import from the bundles. */
async function closeDatabase() {
  const shared = /** @type {{ hangtianDatabase?: Promise<{ close(): Promise<void> }>, hangtianSweeper?: { stop(): Promise<void> } }} */ (globalThis);
  await shared.hangtianSweeper?.stop();
  const database = await shared.hangtianDatabase?.catch(() => undefined);
  await database?.close();
}
