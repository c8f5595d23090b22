import { namedRandom, type Random } from "@/lib/shared/random";
import type { Memory, MemoryEngine } from "./engine";

/** Facts in the sample that the work is reckoned from, and how long each is followed in days; ours. */
const factsFollowed = 250;
const daysFollowed = 365;

/** A wrong answer is asked again in the same session. */
const answersFor = (isRight: boolean) => (isRight ? 1 : 2);

function answersForFact(engine: MemoryEngine, desiredRetention: number, random: Random): number {
  let isRight = random() < 0.5;
  let memory: Memory = engine.next(null, 0, isRight ? 3 : 1);
  let answers = answersFor(isRight);
  let day = 0;
  for (;;) {
    // Rounded by chance, as the app moves intervals a little either way.
    const wait = Math.max(1, Math.floor(engine.exactInterval(memory, desiredRetention) + random()));
    day += wait;
    if (day > daysFollowed) return answers;
    isRight = random() < engine.retrievability(memory, wait);
    memory = engine.next(memory, wait, isRight ? 3 : 1);
    answers += answersFor(isRight);
  }
}

/**
 * Answers > 0 that a fact asks for in its first year when it is reviewed at this chance of recall (kept within [0.75, 0.97]), by a simulation
 * with the same luck for every retention, so that two of them can be compared. The guard rails are left out: they touch few reviews.
 */
export function answersInYear(engine: MemoryEngine, desiredRetention: number): number {
  let answers = 0;
  for (let fact = 0; fact < factsFollowed; fact++) answers += answersForFact(engine, desiredRetention, namedRandom(fact, "workload"));
  return answers / factsFollowed;
}
