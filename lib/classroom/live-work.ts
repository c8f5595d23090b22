/** Where a pupil stands with a quiz that is being taken. `empty`: time was up before anything was answered. */
export const liveStates = ["under-way", "not-begun", "handed-in", "empty", "excused"] as const;
export type LiveState = (typeof liveStates)[number];

/** `answered` of `questions` in the latest attempt; both 0 before there is one. `endsAtMs` by the server's clock, null without a limit. `share` of the points in [0, 1], once it is graded. */
export type LivePupil = { userId: string; name: string; state: LiveState; attempt: number; answered: number; questions: number; endsAtMs: number | null; share: number | null };

/** What is to be said of somebody who has begun, or handed in, since the look before. */
export type LiveNews = { userId: string; name: string; kind: "begun" | "handed-in" };

function newsOf(before: LivePupil | undefined, { userId, name, state, attempt }: LivePupil): LiveNews | null {
  if (!before || (before.state === state && before.attempt === attempt)) return null;
  if (state === "under-way") return { userId, name, kind: "begun" };
  return state === "handed-in" ? { userId, name, kind: "handed-in" } : null;
}

/** Who has begun or handed in between two looks, in the order of the list. Answers are no news, nor are people who are new in the class. */
export function newsBetween(before: readonly LivePupil[], after: readonly LivePupil[]): LiveNews[] {
  const known = new Map(before.map((pupil) => [pupil.userId, pupil]));
  return after.flatMap((pupil) => newsOf(known.get(pupil.userId), pupil) ?? []);
}

/** How many are in each state. */
export function countStates(pupils: readonly LivePupil[]): Record<LiveState, number> {
  const counts = { "under-way": 0, "not-begun": 0, "handed-in": 0, empty: 0, excused: 0 };
  for (const { state } of pupils) counts[state]++;
  return counts;
}

/** Those under way first, then those who have not begun, then those who are done; within each by name. */
export const inLiveOrder = (pupils: readonly LivePupil[]): LivePupil[] =>
  [...pupils].sort((a, b) => liveStates.indexOf(a.state) - liveStates.indexOf(b.state) || a.name.localeCompare(b.name, "en") || (a.userId < b.userId ? -1 : 1));
