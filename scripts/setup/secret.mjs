import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, linkSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SetupError } from "./setup-error.mjs";

const permissions = 0o777;

/** @param {string} file */
function makeSecret(file) {
  const draft = `${file}.${process.pid}`;
  try {
    writeFileSync(draft, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flush: true });
    // Appears whole or not at all, and the first of two starts wins.
    linkSync(draft, file);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * The secret that signs the sessions: made once, kept where only the owner reads it. Another one would sign everybody out.
 * @param {string} dataDir a folder that is there
 * @returns {string}
 */
export function ensureSecret(dataDir) {
  const file = join(dataDir, "secret");
  if (!existsSync(file)) makeSecret(file);
  if (process.platform !== "win32") {
    if (statSync(dataDir).mode & permissions & ~0o700) chmodSync(dataDir, 0o700);
    if (statSync(file).mode & permissions & ~0o600) chmodSync(file, 0o600);
  }
  const secret = readFileSync(file, "utf8").trim();
  if (secret.length < 32) throw new SetupError(`The secret in ${file} is too short. Delete the file to get a new one; everybody will have to sign in again.`);
  return secret;
}
