import { createServer } from "node:net";
import { SetupError } from "./setup-error.mjs";

/**
 * @param {string | undefined} text
 * @returns {number}
 */
export function readPort(text) {
  if (text === undefined || text === "") return 3000;
  if (/^\d{1,5}$/.test(text) && Number(text) < 65_536) return Number(text);
  throw new SetupError(`PORT is "${text}", and must be a number from 0 to 65535.`);
}

/**
 * @param {NodeJS.ErrnoException} error
 * @param {number} port
 * @param {string} host
 */
export function explainListenError(error, port, host) {
  if (error.code === "EADDRINUSE") return new SetupError(`Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port === 3000 ? 3001 : 3000} npm start`);
  if (error.code === "EACCES") return new SetupError(`Port ${port} needs more rights than this user has. Choose one above 1023: PORT=3000 npm start`);
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") return new SetupError(`HOST is "${host}", which is no address of this machine. Leave it away to serve this machine only, or use 0.0.0.0 for all of its addresses.`);
  return error;
}

/**
 * Asked before anything that takes time.
 * @param {number} port
 * @param {string} host
 * @returns {Promise<void>}
 */
export function requireFreePort(port, host) {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", (error) => reject(explainListenError(error, port, host)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
