import { readdirSync, readFileSync } from "node:fs";
import type { Pool } from "pg";

/** Linux counts in hundredths of a second. */
const tickMs = 10;

/** The fields of a process' line from the state on, which is the third; the name before it may hold anything. */
function statOf(pid: number | string): string[] | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /s, "").split(" ");
  } catch {
    return null;
  }
}

const sum = (list: readonly number[]) => list.reduce((total, value) => total + value, 0);
const ticksOf = (stat: readonly string[], fields: readonly number[]) => sum(fields.map((field) => Number(stat[field])));
const [parent, own, withEnded] = [1, [11, 12], [11, 12, 13, 14]] as const;

const processMs = (pid: number) => ticksOf(statOf(pid) ?? [], own) * tickMs;

/** With its connections, also those that have ended. */
function familyMs(pid: number): number {
  const children = readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map(statOf).filter((stat) => stat !== null && Number(stat[parent]) === pid);
  return (ticksOf(statOf(pid) ?? [], withEnded) + sum(children.map((stat) => ticksOf(stat!, own)))) * tickMs;
}

/** All cores together, without waiting. */
function machineMs(): number {
  const [user, nice, system, , , irq, softirq] = readFileSync("/proc/stat", "utf8").split("\n")[0]!.trim().split(/\s+/).slice(1).map(Number);
  return (user! + nice! + system! + irq! + softirq!) * tickMs;
}

/** Whose connection this is. */
export async function findPostmaster(pool: Pool): Promise<number> {
  const { rows: [row] } = await pool.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  return Number(statOf(row!.pid)![parent]);
}

/** How long a process' main thread has waited for a core, in milliseconds; 0 where Linux does not count it. */
function waitedMs(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[1]) / 1e6;
  } catch {
    return 0;
  }
}

export type Busy = { atMs: number; apps: number; postgres: number; generator: number; machine: number; waited: number };

/** CPU time so far, in milliseconds; `apps` are the app processes together, `waited` is what they waited for a core. Linux only. */
export function measureBusy(appPids: readonly number[], postmaster: number): Busy {
  const pids = [...new Set(appPids)];
  return { atMs: performance.now(), apps: sum(pids.map(processMs)), postgres: familyMs(postmaster), generator: processMs(process.pid), machine: machineMs(), waited: sum(pids.map(waitedMs)) };
}

/** In words: how many cores each kept busy between two measurements. */
export function describeBusy(before: Busy, after: Busy): string {
  const cores = (name: Exclude<keyof Busy, "atMs">) => (after[name] - before[name]) / (after.atMs - before.atMs);
  const others = Math.max(0, cores("machine") - cores("apps") - cores("postgres") - cores("generator"));
  const shares = Object.entries({ "both apps": cores("apps"), Postgres: cores("postgres"), "the load generator": cores("generator"), "all else on the machine": others });
  return `${shares.map(([name, share]) => `${name} ${share.toFixed(2)}`).join(", ")} cores; the apps waited for a core ${cores("waited").toFixed(2)} s of each second`;
}
