import { accessSync, constants, mkdirSync } from "node:fs";
import { SetupError } from "./setup-error.mjs";

/** @type {Record<string, string>} */
const reasons = {
  EACCES: "this user may not write there",
  EEXIST: "it is a file",
  ENOENT: "it cannot be made there",
  ENOTDIR: "a part of its path is a file",
  EPERM: "it belongs to another user",
  EROFS: "the disk is read-only",
};

/**
 * Makes the folder and does the work in it; what is wrong with the folder itself is said in words.
 * @template T
 * @param {string} dataDir
 * @param {() => T} work
 * @returns {T}
 */
export function workInDataFolder(dataDir, work) {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.W_OK);
    return work();
  } catch (error) {
    const reason = reasons[/** @type {NodeJS.ErrnoException} */ (error).code ?? ""];
    if (reason === undefined) throw error;
    throw new SetupError(`The data folder ${dataDir} cannot be used: ${reason}. Mend that, or choose another folder with HANGTIAN_DATA_DIR.`);
  }
}
