import { describe, expect, it } from "vitest";
import { consequencesOf, type PupilWork, type WorkTerms } from "@/lib/classroom/consequences";

const nowMs = 1000;
const terms: WorkTerms = {
  opensAtMs: null, dueAtMs: 2000, closesAtMs: 5000, questions: "a", timeLimit: "10", rules: "plain", attempts: 2, counted: "best", showsAnswers: false, goal: null, pupils: new Set(["a", "b", "c", "d"]),
};
const work: PupilWork[] = [
  { userId: "a", attempts: 0, doneAtMs: null },
  { userId: "b", attempts: 1, doneAtMs: 900 },
  { userId: "c", attempts: 2, doneAtMs: 2500 },
  { userId: "d", attempts: 1, doneAtMs: null, runsUntilMs: 4000, limitMs: 4000 },
];
const change = (after: Partial<WorkTerms>, before: Partial<WorkTerms> = {}, done = work) => consequencesOf({ ...terms, ...before }, { ...terms, ...before, ...after }, done, nowMs).map(({ code, count }) => `${code} ${count}`);

describe("what a change of work means", () => {
  it("is nothing where nothing changes, and where nobody has begun", () => {
    expect(change({})).toEqual([]);
    expect(change({ questions: "b", timeLimit: "5", rules: "negative", dueAtMs: 1500, attempts: 1, counted: "last", showsAnswers: true }, {}, [])).toEqual([]);
  });

  it.each<[what: string, after: Partial<WorkTerms>, said: string[], before?: Partial<WorkTerms>]>([
    ["new questions", { questions: "b" }, ["keep-former-questions 3"]],
    ["a day it was due that comes earlier", { dueAtMs: 800 }, ["now-late 1"]],
    ["a day it was due that comes later", { dueAtMs: 3000 }, ["no-longer-late 1"]],
    ["no day it is due", { dueAtMs: null }, ["no-longer-late 1"]],
    ["another time limit", { timeLimit: "5" }, ["time-limit-from-now 3"]],
    ["another marking", { rules: "negative" }, ["rules-from-now 3"]],
    ["a window that ends before an attempt does", { closesAtMs: 3000 }, ["ends-earlier 1"]],
    ["a window that ends later, after the attempt's own limit", { closesAtMs: 9000 }, []],
    ["a window that ends now", { closesAtMs: 1000 }, ["ends-now 1", "closes-now 0"]],
    ["a window that opens again", { closesAtMs: 9000 }, ["opens-again 0"], { closesAtMs: 900 }],
    ["a later opening", { opensAtMs: 1500 }, ["begun-before-it-opens 3"]],
    ["fewer attempts", { attempts: 1 }, ["more-attempts-than-allowed 1"]],
    ["as many attempts as one likes", { attempts: null }, []],
    ["another attempt that counts", { counted: "last" }, ["other-attempt-counts 1"]],
    ["answers that are shown", { showsAnswers: true }, ["answers-shown 2"]],
    ["answers that are hidden", { showsAnswers: false }, ["answers-hidden 2"], { showsAnswers: true }],
    ["another goal", { goal: 0.9 }, ["goal-kept 2"], { goal: 0.8 }],
    ["fewer pupils", { pupils: new Set(["a", "b"]) }, ["no-longer-theirs 2"]],
    ["more pupils", { pupils: new Set(["a", "b", "c", "d", "e", "f"]) }, ["given-to-more 2"]],
  ])("%s", (_, after, said, before) => {
    expect(change(after, before)).toEqual(said);
  });

  it("gives back the time that the window had taken, and takes no limit for the window's end", () => {
    const cut: PupilWork[] = [{ userId: "d", attempts: 1, doneAtMs: null, runsUntilMs: 3000, limitMs: 4000 }];
    expect(change({ closesAtMs: 9000 }, { closesAtMs: 3000 }, cut)).toEqual(["ends-later 1"]);
    const unlimited: PupilWork[] = [{ userId: "d", attempts: 1, doneAtMs: null, runsUntilMs: null, limitMs: null }];
    expect(change({ closesAtMs: 9000 }, { closesAtMs: null }, unlimited)).toEqual(["ends-earlier 1"]);
    expect(change({ closesAtMs: null }, { closesAtMs: 9000 }, [{ ...unlimited[0]!, runsUntilMs: 9000 }])).toEqual(["ends-later 1"]);
  });
});
