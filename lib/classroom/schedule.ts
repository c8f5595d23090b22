/** When work is given: nothing is taken before it opens or once it is closed; what is done after it was due counts as late. Milliseconds; null for no bound. */
export type WorkSchedule = { opensAtMs: number | null; dueAtMs: number | null; closesAtMs: number | null };

/** `late`: it was due, and is still taken. */
export type WorkPhase = "ahead" | "open" | "late" | "closed";

/** Where the schedule stands at `nowMs`; each instant belongs to what begins at it. */
export function phaseOf({ opensAtMs, dueAtMs, closesAtMs }: WorkSchedule, nowMs: number): WorkPhase {
  if (closesAtMs !== null && nowMs >= closesAtMs) return "closed";
  if (opensAtMs !== null && nowMs < opensAtMs) return "ahead";
  return dueAtMs !== null && nowMs >= dueAtMs ? "late" : "open";
}

/** What is wrong with a schedule: bounds must follow each other. Null where nothing is. */
export type ScheduleFault = "due-before-open" | "closed-before-open" | "closed-before-due";

export function faultOf({ opensAtMs, dueAtMs, closesAtMs }: WorkSchedule): ScheduleFault | null {
  if (opensAtMs !== null && dueAtMs !== null && dueAtMs <= opensAtMs) return "due-before-open";
  if (opensAtMs !== null && closesAtMs !== null && closesAtMs <= opensAtMs) return "closed-before-open";
  if (dueAtMs !== null && closesAtMs !== null && closesAtMs < dueAtMs) return "closed-before-due";
  return null;
}
