import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { requireFreeSpace } from "./disk.mjs";
import { fingerprintOf, readStamp } from "./fingerprint.mjs";
import { showStep } from "./progress.mjs";
import { runCommand, runNode } from "./run-command.mjs";

const stampFile = join("node_modules", ".hangtian", "packages");
const neededMegabytes = 1500;

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> }} Lockfile */

/** @param {string} file */
const readLockfile = (file) => Object.entries(/** @type {Lockfile} */ (JSON.parse(readFileSync(file, "utf8"))).packages);

/** Whether the folder of every package of the lockfile is there: somebody may have deleted some. */
export function hasAllPackages() {
  return readLockfile("package-lock.json").every(([path, entry]) => path === "" || entry.optional || entry.devOptional || existsSync(join(path, "package.json")));
}

/** Whether npm's own record of what it installed has every package of the lockfile, when somebody ran npm by hand. */
function isInstalledByHand() {
  const record = join("node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const found = new Map(readLockfile(record));
  return readLockfile("package-lock.json").every(([path, entry]) => path === "" || entry.optional || entry.devOptional || found.get(path)?.version === entry.version);
}

/**
 * `npm ci` would insist on the optional packages of every other system, which a registry need not have and the lockfile then cannot
 * name. `npm install --no-save` takes the versions of the lockfile all the same, and leaves the file alone.
 * @returns {Promise<string>}
 */
function runNpmInstall() {
  const args = ["install", "--no-save", "--include=dev", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  if (npm && /npm-cli\.[cm]?js$/.test(npm)) return runNode("Installing packages", [npm, ...args]);
  return runCommand("Installing packages", "npm", args, { shell: process.platform === "win32" });
}

/** Installs what package-lock.json says, unless that is there. */
export async function ensurePackages() {
  const fingerprint = fingerprintOf(["package-lock.json"]);
  const isWhole = hasAllPackages();
  if (isWhole && readStamp(stampFile) === fingerprint) return;
  if (!isWhole || !isInstalledByHand()) {
    requireFreeSpace(".", neededMegabytes);
    await showStep("Installing packages", runNpmInstall);
  }
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, fingerprint);
}
