import "server-only";
import { databaseClock } from "./database-clock";
import { sweepGoals } from "./goal-sweeper";
import { sweepAttempts } from "./quiz-sweeper";

const everyMs = 30_000;

type Sweeper = { stop(): Promise<void> };

/** One for each process; the start script (scripts/setup/serve.mjs) stops it before it closes the database. */
const shared = globalThis as typeof globalThis & { hangtianSweeper?: Sweeper };

/** Sweeps from now on, half a minute after the last time. It keeps no process alive. */
export function startSweeping(report: (error: unknown) => void): void {
  if (shared.hangtianSweeper) return;
  let timer: NodeJS.Timeout | undefined;
  let sweeping = Promise.resolve();
  const sweep = async () => {
    await sweepAttempts(databaseClock).catch(report);
    await sweepGoals(databaseClock).catch(report);
  };
  const wait = () => {
    timer = setTimeout(() => {
      sweeping = sweep().then(() => (timer ? wait() : undefined));
    }, everyMs).unref();
  };
  wait();
  shared.hangtianSweeper = {
    stop() {
      clearTimeout(timer);
      timer = undefined;
      return sweeping;
    },
  };
}
