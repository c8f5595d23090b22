import { statfsSync } from "node:fs";
import { SetupError } from "./setup-error.mjs";

/**
 * @param {string} folder
 * @param {number} megabytes
 */
export function requireFreeSpace(folder, megabytes) {
  const { bavail, bsize } = statfsSync(folder);
  const free = Math.floor((bavail * bsize) / 1_000_000);
  if (free < megabytes) throw new SetupError(`The disk is too full: ${megabytes} MB are needed and ${free} MB are free. Free some space and start again.`);
}
