// Plain JavaScript, because the start script takes the lock before any package is installed, and the server relies on the same one.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {{ pid: number, startedAt: string | null }} LockHolder */

/** @param {string} dataDir */
export const lockFileOf = (dataDir) => join(dataDir, "lock");

export class DataFolderInUseError extends Error {
  /** @param {string} dataDir @param {number} pid */
  constructor(dataDir, pid) {
    super(`The data folder ${dataDir} is in use by the app with process id ${pid}; stop it first, or choose another folder with HANGTIAN_DATA_DIR.`);
    this.name = "DataFolderInUseError";
  }
}

/**
 * When the process began, as far as the system tells: with it, a process id that was given to another program is not mistaken for the app.
 * @param {number} pid
 * @returns {string | null}
 */
export function readProcessStart(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const ticksSinceBoot = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}:${ticksSinceBoot}`;
  } catch {
    return null;
  }
}

/** @param {LockHolder} holder */
function isRunning({ pid, startedAt }) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EPERM") return false;
  }
  const now = readProcessStart(pid);
  return startedAt === null || now === null || startedAt === now;
}

/**
 * Who holds the folder now; null when nobody does or whoever did is gone.
 * @param {string} dataDir
 * @returns {LockHolder | null}
 */
export function readLockHolder(dataDir) {
  try {
    const holder = /** @type {LockHolder} */ (JSON.parse(readFileSync(lockFileOf(dataDir), "utf8")));
    return isRunning(holder) ? holder : null;
  } catch {
    return null;
  }
}

/**
 * PGlite lets two processes open one folder and would corrupt it, so a process takes this lock first. The same process may take it
 * again. Returns what gives it back; throws DataFolderInUseError while another process holds it.
 * @param {string} dataDir
 * @returns {() => void}
 */
export function lockDataFolder(dataDir) {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = lockFileOf(dataDir);
  const mine = `${file}.${process.pid}`;
  const content = JSON.stringify({ pid: process.pid, startedAt: readProcessStart(process.pid) });
  const release = () => {
    if (readLockHolder(dataDir)?.pid === process.pid) rmSync(file, { force: true });
  };
  // A hard link appears with its content or not at all, so nobody ever reads half a lock.
  writeFileSync(mine, content, { mode: 0o600 });
  try {
    for (;;) {
      try {
        linkSync(mine, file);
        return release;
      } catch (error) {
        if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
      }
      const holder = readLockHolder(dataDir);
      if (holder?.pid === process.pid) return release;
      if (holder) throw new DataFolderInUseError(dataDir, holder.pid);
      removeStaleLock(file, `${mine}.stale`);
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/**
 * Moves the lock of a process that is gone out of the way; one that another starter took meanwhile is put back.
 * @param {string} file
 * @param {string} aside
 */
function removeStaleLock(file, aside) {
  try {
    renameSync(file, aside);
    const moved = /** @type {LockHolder} */ (JSON.parse(readFileSync(aside, "utf8")));
    if (isRunning(moved)) linkSync(aside, file);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code !== undefined && code !== "ENOENT" && code !== "EEXIST") throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}
