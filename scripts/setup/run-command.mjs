import { spawn } from "node:child_process";
import { explainOutput } from "./setup-error.mjs";

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/** Ends what was started; for when the start itself is told to stop. */
export function stopCommands() {
  for (const child of running) child.kill();
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
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"], shell });
    running.add(child);
    /** @type {Buffer[]} */
    const chunks = [];
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    child.stderr.on("data", (chunk) => chunks.push(chunk));
    child.once("error", reject);
    child.once("close", (code) => {
      running.delete(child);
      const output = Buffer.concat(chunks).toString().trim();
      if (code === 0) resolve(output);
      else reject(explainOutput(step, output));
    });
  });
}
