const prefix = "hangtian.quiz-time:";

/** How long each question was on the screen, in milliseconds by a clock that nobody can set; kept over a reload. The server takes it as a hint only. */
export type TimeSpent = { enter: (position: number, nowMs: number) => void; leave: (nowMs: number) => void; of: (position: number, nowMs: number) => number };

type TextStorage = Pick<Storage, "getItem" | "setItem">;

function readSpent(storage: TextStorage | null, key: string): Map<number, number> {
  try {
    const value: unknown = JSON.parse(storage?.getItem(key) ?? "[]");
    return new Map((Array.isArray(value) ? (value as unknown[]) : []).flatMap((ms, position) => (typeof ms === "number" ? [[position, ms] as const] : [])));
  } catch {
    return new Map();
  }
}

/** Nobody asks for it once the quiz is over. */
export function forgetTimeSpent(storage: Pick<Storage, "removeItem"> | null, attemptId: string): void {
  try {
    storage?.removeItem(prefix + attemptId);
  } catch {
    // What cannot be removed was hardly written either.
  }
}

export function createTimeSpent(storage: TextStorage | null, attemptId: string): TimeSpent {
  const key = prefix + attemptId;
  const spent = readSpent(storage, key);
  let shown: { position: number; sinceMs: number } | null = null;
  const total = (position: number, nowMs: number) => (spent.get(position) ?? 0) + (shown?.position === position ? Math.max(0, nowMs - shown.sinceMs) : 0);

  const leave = (nowMs: number) => {
    if (!shown) return;
    spent.set(shown.position, total(shown.position, nowMs));
    shown = null;
    try {
      storage?.setItem(key, JSON.stringify(Array.from({ length: Math.max(...spent.keys()) + 1 }, (_, position) => Math.round(spent.get(position) ?? 0))));
    } catch {
      // Without storage it counts from the last reload.
    }
  };
  return {
    leave,
    enter: (position, nowMs) => {
      leave(nowMs);
      shown = { position, sinceMs: nowMs };
    },
    of: (position, nowMs) => Math.round(total(position, nowMs)),
  };
}
