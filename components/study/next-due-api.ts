/** When the next facts come back: days from today, and how many on that day. */
export type NextDue = { inDays: number; count: number };

const longestWaitMs = 20_000;

/** Null where nothing is planned, and where it cannot be found out now. */
export async function fetchNextDue(): Promise<NextDue | null> {
  try {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const response = await fetch(`/api/study/next-due?${new URLSearchParams({ timeZone })}`, { cache: "no-store", signal: AbortSignal.timeout(longestWaitMs) });
    return response.ok ? ((await response.json()) as { next: NextDue | null }).next : null;
  } catch {
    return null;
  }
}
