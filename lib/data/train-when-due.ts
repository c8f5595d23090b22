import "server-only";
import { isTrialDue, tryOwnParameters } from "./try-parameters";
import type { Viewer } from "./viewer";

const lookAgainMs = 3_600_000;

/** When each learner was last looked at, the longest ago first. */
const lookedAt = new Map<string, number>();

let queue: Promise<unknown> = Promise.resolve();

const isRecent = (atMs: number | undefined, nowMs: number) => atMs !== undefined && nowMs - atMs < lookAgainMs;

/** Notes that a learner is looked at now; false when that was done within the hour. */
function noteLook(userId: string, nowMs: number): boolean {
  if (isRecent(lookedAt.get(userId), nowMs)) return false;
  lookedAt.delete(userId);
  for (const [id, atMs] of lookedAt) {
    if (isRecent(atMs, nowMs)) break;
    lookedAt.delete(id);
  }
  lookedAt.set(userId, nowMs);
  return true;
}

/**
 * Tries parameters of the learner's own if it is time to; at most one learner at a time, and each is looked at once an hour. For the
 * background: nobody should wait for it.
 */
export async function trainWhenDue(viewer: Viewer, now: Date): Promise<void> {
  if (!noteLook(viewer.userId, now.getTime())) return;
  const job = queue.then(async () => {
    if (await isTrialDue(viewer, now)) await tryOwnParameters(viewer, now);
  });
  queue = job.catch(() => undefined);
  await job;
}
