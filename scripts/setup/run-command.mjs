import { spawn } from "node:child_process";
import { explainOutput, SetupError } from "./setup-error.mjs";

/** npm takes its time to obey, and would go on installing under whatever is started next. */
const stopGraceMs = 1500;

/** @typedef {import("node:child_process").ChildProcess} ChildProcess */

/** @type {Map<ChildProcess, Promise<void>>} each with its end */
const running = new Map();
let isStopping = false;

/** @param {ChildProcess} child */
async function stopCommand(child, /** @type {Promise<void>} */ ended) {
  child.kill();
  const force = setTimeout(() => child.kill("SIGKILL"), stopGraceMs);
  await ended;
  clearTimeout(force);
}

/** Ends what was started and lets nothing new begin; for when the start itself is told to stop. */
export async function stopCommands() {
  isStopping = true;
  await Promise.all([...running].map(([child, ended]) => stopCommand(child, ended)));
}

/**
 * Runs a Node program to its end and returns its output; rejects with all of the output when it fails.
 * @param {string} step for the message
 * @param {string[]} args of node
 * @param {{ env?: Record<string, string | undefined> }} [options]
 * @returns {Promise<string>}
 */
export function runNode(step, args, { env = {} } = {}) {
  return runCommand(step, process.execPath, args, { env });
}

/**
 * @param {string} step
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, shell?: boolean }} [options]
 * @returns {Promise<string>}
 */
export function runCommand(step, command, args, { env = {}, shell = false } = {}) {
  if (isStopping) return Promise.reject(new SetupError(`${step} was not begun.`));
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"], shell });
    const ended = new Promise((/** @type {(value: void) => void} */ resolveEnd) => {
      child.once("exit", () => resolveEnd()).once("error", () => resolveEnd());
    });
    running.set(child, ended);
    void ended.then(() => running.delete(child));
    /** @type {Buffer[]} */
    const chunks = [];
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    child.stderr.on("data", (chunk) => chunks.push(chunk));
    child.once("error", reject);
    child.once("close", (code) => {
      const output = Buffer.concat(chunks).toString().trim();
      if (code === 0) resolve(output);
      else reject(explainOutput(step, output));
    });
  });
}
