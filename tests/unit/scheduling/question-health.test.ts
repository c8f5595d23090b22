import { describe, expect, it } from "vitest";
import { published } from "@/lib/scheduling/constants";
import type { Evidence } from "@/lib/scheduling/evidence";
import { forecast } from "@/lib/scheduling/evidence";
import { healthOf, isSick, noteAnswer, unanswered } from "@/lib/scheduling/question-health";
import { seededRandom } from "@/lib/shared/random";

const choice = (outcome: "right" | "wrong"): Evidence => ({ form: "multiple-choice", count: 4, outcome });
const record = (outcomes: ("right" | "wrong")[], recall = 0.8) => outcomes.reduce((sofar, outcome) => noteAnswer(sofar, recall, choice(outcome), published), unanswered);
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

describe("the health of a question", () => {
  it("is not told under eight answers, however bad they are", () => {
    expect(healthOf(record(times(7, "wrong")))).toBeNull();
    expect(isSick(record(times(7, "wrong")))).toBe(false);
    expect(isSick(record(times(8, "wrong")))).toBe(true);
  });

  it("is the surplus of right answers over those foretold, in standard deviations", () => {
    const pc = forecast(0.8, choice("right"), published).right;
    expect(healthOf(record([...times(9, "right" as const), "wrong"]))).toBeCloseTo((9 - 10 * pc) / Math.sqrt(10 * pc * (1 - pc)), 9);
  });

  it("calls a question sick when good learners miss it half of the time, and none that is answered as foretold", () => {
    expect(isSick(record([...times(10, "right" as const), ...times(10, "wrong" as const)], 0.95))).toBe(true);
    const random = seededRandom(8);
    const pc = forecast(0.8, choice("right"), published).right;
    const sick = Array.from({ length: 500 }, () => isSick(record(times(30, 0).map(() => (random() < pc ? "right" : "wrong"))))).filter(Boolean);
    expect(sick.length).toBeLessThan(20);
  });

  it("learns how much easier a question is than its form, and does not let that hide a fault", () => {
    const random = seededRandom(9);
    const truth = forecast(0.5, { form: "multiple-choice", count: 4, questionEase: 1 }, published).right;
    const easy = record(times(400, 0).map(() => (random() < truth ? "right" : "wrong")), 0.5);
    expect(easy.ease).toBeGreaterThan(0.6);
    expect(easy.ease).toBeLessThan(1.4);
    const faulty = record(times(400, 0).map((_, i) => (i % 2 ? "right" : "wrong")), 0.9);
    expect(faulty.ease).toBeLessThan(-0.5);
    expect(isSick(faulty)).toBe(true);
  });
});
