import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * Every file at or below the paths, in a fixed order.
 * @param {string[]} paths
 * @param {(path: string) => boolean} [isLeftOut]
 * @returns {string[]}
 */
export function listFiles(paths, isLeftOut = () => false) {
  return paths.sort().flatMap((path) => {
    if (isLeftOut(path) || !existsSync(path)) return [];
    return statSync(path).isDirectory() ? listFiles(readdirSync(path).map((name) => join(path, name)), isLeftOut) : [path];
  });
}

/**
 * Changes whenever a name or a content at or below the paths does. Times of change are no help: a clone sets them all anew.
 * @param {string[]} paths relative to the project
 * @param {(path: string) => boolean} [isLeftOut]
 * @returns {string}
 */
export function fingerprintOf(paths, isLeftOut = () => false) {
  const hash = createHash("sha256");
  for (const file of listFiles([...paths], isLeftOut)) hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

/**
 * @param {string} file
 * @returns {string | null} the fingerprint noted there
 */
export const readStamp = (file) => (existsSync(file) ? readFileSync(file, "utf8").trim() : null);
