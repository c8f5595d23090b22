import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accommodate, expire, open, save, submit, type Attempt, type Refusal, type Slot } from "@/lib/quiz/attempt";
import type { QuizTimer } from "@/lib/quiz/quiz-setup";
import { paperDeadline, type Accommodation } from "@/lib/quiz/time-limit";
import type { Result } from "@/lib/shared/result";
import { openedAt, outcomeOf, paperUp, questionUp, withRequest, type History, type Outcome, type Plan, type Told, type Wish } from "./reference-model";

const blank: Slot = { openedAtMs: null, response: null, certainty: null, isFlagged: false, isFinal: false, sequence: 0, elapsedMs: 0, savedAtMs: null };

function begin({ timer, isLockIn, count, accommodation }: Plan): Attempt {
  const slot = { ...blank, openedAtMs: timer.kind === "question" ? null : 0 };
  const slots = Array.from({ length: count }, () => slot);
  return { state: "in_progress", timer, isLockIn, accommodation, startedAtMs: 0, deadlineAtMs: paperDeadline(0, timer, accommodation, null), closedAtMs: null, slots };
}

const words: Record<Refusal, Told> = { CLOSED: "over", LATE: "over", LOCKED: "locked", NOT_OPEN: "not open" };

type Step = { attempt: Attempt; told: Told };

const stepOf = (before: Attempt, result: Result<Attempt, Refusal>): Step =>
  result.ok ? { attempt: result.value, told: result.value === before ? "nothing new" : "done" } : { attempt: before, told: words[result.error] };

/** As the server does it: whoever looks at an attempt or opens a question closes first what is over. */
function ask(attempt: Attempt, wish: Wish, at: number): Step {
  const current = expire(attempt, at);
  const told = current.state === "in_progress" ? "done" : "over";
  switch (wish.kind) {
    case "save": return stepOf(attempt, save(attempt, wish.save, at));
    case "look": return { attempt: current, told: "nothing new" };
    case "open": return stepOf(current, open(current, wish.position, at));
    case "submit": return { attempt: submit(attempt, at), told };
    case "accommodate": return { attempt: accommodate(attempt, wish.accommodation, null, at), told };
  }
}

const outcomeIn = ({ state, closedAtMs, deadlineAtMs, slots }: Attempt): Outcome => ({
  state: state as Outcome["state"],
  closedAt: closedAtMs,
  deadline: deadlineAtMs,
  answers: slots.map(({ openedAtMs, response, sequence, isFinal, isFlagged, savedAtMs }) => ({ openedAt: openedAtMs, response, sequence, isFinal, isFlagged, savedAt: savedAtMs })),
});

const accommodations: fc.Arbitrary<Accommodation> = fc.record({
  multiplier: fc.constantFrom(1, 1.25, 1.5, 2),
  extraMs: fc.constantFrom(0, 0, 60_000, 100_001),
  isUnlimited: fc.constantFrom(false, false, true),
});

const count = 4;
const positions = fc.integer({ min: 0, max: count });
const response = fc.option(fc.record({ kind: fc.constant("typed" as const), text: fc.constantFrom("a", "b", "c") }), { freq: 4 });
const saves = fc.record({
  position: positions, response, certainty: fc.constant(null), isFlagged: fc.boolean(), isFinal: fc.boolean(), sequence: fc.integer({ min: 1, max: 6 }), elapsedMs: fc.constant(0),
});
const wishes: fc.Arbitrary<Wish> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant("save" as const), save: saves }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("open" as const), position: positions }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("accommodate" as const), accommodation: accommodations }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom("submit" as const, "look" as const) }) },
);

/** By so much the clock goes on (or back), or right beside the end of the paper's or of the last question's time. */
type Tick = { by: number } | { beside: "paper" | "question"; by: number };
const ticks: fc.Arbitrary<Tick> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ by: fc.constantFrom(0, 1, 900, 4000, 9000, 16_000, -1500) }) },
  { weight: 1, arbitrary: fc.record({ by: fc.integer({ min: 0, max: 40_000 }) }) },
  { weight: 1, arbitrary: fc.record({ beside: fc.constant("paper" as const), by: fc.constantFrom(-1, 0, 1, 29_999, 30_000, 30_001) }) },
  { weight: 2, arbitrary: fc.record({ beside: fc.constant("question" as const), by: fc.constantFrom(-1, 0, 1, 4999, 5000, 5001) }) },
);

function nextInstant(history: History, now: number, tick: Tick): number {
  if (!("beside" in tick)) return Math.max(0, now + tick.by);
  const last = [3, 2, 1, 0].find((position) => openedAt(history, position) !== null) ?? 0;
  const edge = tick.beside === "paper" ? paperUp(history) : questionUp(history, last);
  return edge === null ? now : edge + tick.by;
}

const timers: [string, QuizTimer][] = [
  ["no limit", { kind: "none" }],
  ["a limit for the paper", { kind: "paper", seconds: 60 }],
  ["a limit for each question", { kind: "question", seconds: 10 }],
];

const cases = timers.flatMap(([name, timer]) => [false, true].map((isLockIn) => ({ name: isLockIn ? `${name}, locked in` : name, timer, isLockIn })));

describe("an attempt, whatever is asked of it and whenever", () => {
  it.each(cases)("is what the list of all requests comes to: $name", ({ timer, isLockIn }) => {
    fc.assert(
      fc.property(accommodations, fc.array(fc.tuple(ticks, wishes), { maxLength: 40 }), (accommodation, requests) => {
        const plan: Plan = { timer, isLockIn, count, accommodation };
        let [attempt, history, now]: [Attempt, History, number] = [begin(plan), { plan, judged: [] }, 0];
        for (const [tick, wish] of requests) {
          now = nextInstant(history, now, tick);
          const step = ask(attempt, wish, now);
          history = withRequest(history, { at: now, wish });
          expect(step.told).toBe(history.judged.at(-1)!.told);
          attempt = step.attempt;
          expect(outcomeIn(attempt)).toEqual(outcomeOf(history));
        }
      }),
      { seed: 20261123, numRuns: 400 },
    );
  });
});
