import { describe, expect, it, test } from "vitest";
import { neutral, published, type EvidenceForm } from "@/lib/scheduling/constants";
import { emptyMemory } from "@/lib/scheduling/learner-memory";
import { applyAnswer, type FactState, type MemoryRule } from "@/lib/scheduling/fact-state";
import { addDays, daysBetween } from "@/lib/scheduling/learner-day";
import { namedRandom, pick } from "@/lib/shared/random";
import { firstDay, rule } from "./learner";

const facts = 300;
const days = 90;

/** Someone who clicks at random, and types nothing right: the longest interval that each fact was ever given. */
function longestIntervals(forms: readonly EvidenceForm[], { constants, isGuarded }: Pick<MemoryRule, "constants" | "isGuarded">): number[] {
  const clicker = { ...rule, constants, isGuarded };
  const random = namedRandom(90, forms.join());
  const states: (FactState | null)[] = Array.from({ length: facts }, () => null);
  const longest = states.map(() => 0);
  let { calibration } = emptyMemory(clicker);
  for (let day = 0; day < days; day++) {
    const today = addDays(firstDay, day);
    for (const [i, fact] of states.entries()) {
      if (fact && (fact.dueOn > today || fact.lastDay === today)) continue;
      const form = pick(random, forms);
      const { guess, usualCount } = published.forms[form];
      const outcome = random() < guess(usualCount) ? "right" as const : "wrong" as const;
      const after = applyAnswer({ fact, calibration }, { id: `${i}-${day}`, factId: String(i), atMs: day, learnerDay: today, evidence: { form, outcome } }, clicker);
      calibration = after.calibration;
      states[i] = after.fact;
      longest[i] = Math.max(longest[i]!, daysBetween(after.fact.lastDay, addDays(after.fact.lastDay, after.fact.intervalDays)));
    }
  }
  return longest;
}

const shareBeyond = (intervals: number[], limit: number) => intervals.filter((interval) => interval > limit).length / intervals.length;

describe("someone who clicks at random through 300 facts for 90 days", () => {
  test.each<[string, EvidenceForm[]]>([
    ["true or false alone", ["true-false"]],
    ["choices of four alone", ["multiple-choice"]],
    ["all forms", ["true-false", "multiple-choice", "cloze-bank", "matching", "ordering", "multiple-response", "short-answer"]],
  ])("by %s puts off at most 1 in 100 facts beyond 7 days, and none beyond 21", (_, forms) => {
    const intervals = longestIntervals(forms, rule);
    expect(shareBeyond(intervals, 7)).toBeLessThanOrEqual(0.01);
    expect(shareBeyond(intervals, 21)).toBe(0);
  });

  it("would put off many beyond 30 days if a right answer were taken for knowledge", () => {
    expect(shareBeyond(longestIntervals(["true-false"], { constants: neutral, isGuarded: false }), 30)).toBeGreaterThan(0.05);
  });
});
