import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { neutral, published, type EvidenceForm } from "@/lib/scheduling/constants";
import type { Memory, Rating } from "@/lib/scheduling/engine";
import { evidenceForm } from "@/lib/scheduling/evidence-form";
import { forecast, isHasty, retrievedChance, weigh, type Evidence } from "@/lib/scheduling/evidence";
import { createFsrsEngine } from "@/lib/scheduling/fsrs";

const engine = createFsrsEngine();
const forms = Object.keys(published.forms) as EvidenceForm[];
const memories = fc.record({ stabilityDays: fc.double({ min: 0.01, max: 3000, noNaN: true }), difficulty: fc.double({ min: 1, max: 10, noNaN: true }) });
const chances = fc.double({ min: 0.001, max: 0.999, noNaN: true });
const anyForm = fc.constantFrom(...forms);
const evidence = fc.record<Evidence>({ form: anyForm, count: fc.integer({ min: 2, max: 8 }), outcome: fc.constantFrom("right", "wrong") });
const right = (form: EvidenceForm, count?: number): Evidence => ({ form, count, outcome: "right" });

fc.configureGlobal({ seed: 20261123 });

describe("what a right answer says", () => {
  test.each<[number, number, number, number]>([[0.9, 0.999, 0.985, 0.975], [0.5, 0.99, 0.877, 0.814], [0.1, 0.916, 0.442, 0.326]])(
    "at a recall of %f: typed %f, of four options %f, true or false %f (memory-model page §2)",
    (recall, typed, ofFour, trueFalse) => {
      expect(retrievedChance(recall, right("short-answer"), published)).toBeCloseTo(typed, 3);
      expect(retrievedChance(recall, right("multiple-choice", 4), published)).toBeCloseTo(ofFour, 3);
      expect(retrievedChance(recall, right("true-false"), published)).toBeCloseTo(trueFalse, 3);
    },
  );

  test.each<[EvidenceForm, number, number]>([
    ["short-answer", 1, 0.01], ["cloze", 1, 0.03], ["ordering", 4, 1 / 24], ["matching", 5, 0.2], ["multiple-choice", 3, 1 / 3],
    ["cloze-bank", 6, 1 / 6], ["multiple-response", 4, 1 / 15], ["true-false", 2, 0.5], ["flashcard", 1, 0.07],
  ])("knows that %s of %i is guessed right with chance %f", (form, count, chance) => {
    expect(forecast(0, { form, count }, published).right).toBeCloseTo(chance, 12);
  });

  it("expects more right answers the better the fact is recalled, and never fewer than luck gives", () => {
    fc.assert(
      fc.property(chances, chances, evidence, (one, other, given) => {
        const at = (recall: number) => forecast(recall, given, published).right;
        expect(at(Math.max(one, other))).toBeGreaterThanOrEqual(at(Math.min(one, other)));
        expect(at(0)).toBeLessThanOrEqual(at(one));
      }),
    );
  });

  it("gives the true slope of the chance of a right answer", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), evidence, (recall, given) => {
        const at = (r: number) => forecast(r, given, published).right;
        expect(forecast(recall, given, published).slope).toBeCloseTo((at(recall + 1e-5) - at(recall - 1e-5)) / 2e-5, 5);
      }),
    );
  });

  it("takes a question that has turned out easier as weaker evidence", () => {
    const chance = (questionEase: number) => forecast(0.5, { form: "multiple-choice", questionEase }, published).right;
    expect(chance(0.8)).toBeGreaterThan(chance(0));
    expect(chance(-0.8)).toBeLessThan(chance(0));
  });
});

describe("the memory after an answer", () => {
  it("is that of FSRS-6 with neutral constants, to the last digit, in every form", () => {
    fc.assert(
      fc.property(fc.option(memories), fc.integer({ min: 0, max: 2000 }), chances, anyForm, fc.constantFrom<Rating>(1, 2, 3, 4), (memory, elapsedDays, recall, form, rating) => {
        const after = weigh(engine, memory, { recall, elapsedDays: memory ? elapsedDays : 0 }, { form, outcome: rating }, neutral);
        expect(after).toEqual(engine.next(memory, memory ? elapsedDays : 0, rating));
      }),
    );
  });

  it("is the more stable the surer it is that the fact was retrieved", () => {
    fc.assert(
      fc.property(memories, fc.integer({ min: 1, max: 500 }), chances, chances, anyForm, (memory, elapsedDays, one, other, form) => {
        const after = (recall: number) => weigh(engine, memory, { recall, elapsedDays }, right(form), published).stabilityDays;
        const again = engine.next(memory, elapsedDays, 1).stabilityDays;
        fc.pre(again <= memory.stabilityDays);
        expect(after(Math.max(one, other))).toBeGreaterThanOrEqual(after(Math.min(one, other)) * (1 - 1e-12));
      }),
    );
  });

  it("lies between that of a lapse and that of a success", () => {
    fc.assert(
      fc.property(fc.option(memories), fc.integer({ min: 1, max: 500 }), chances, evidence, (memory, elapsedDays, recall, given) => {
        const after = weigh(engine, memory, { recall, elapsedDays }, given, published);
        const [again, good] = [engine.next(memory, elapsedDays, 1), engine.next(memory, elapsedDays, 3)];
        expect(after.stabilityDays).toBeGreaterThanOrEqual(again.stabilityDays * (1 - 1e-12));
        expect(after.stabilityDays).toBeLessThanOrEqual(good.stabilityDays * (1 + 1e-12));
        expect(after.difficulty).toBeLessThanOrEqual(again.difficulty + 1e-9);
        expect(after.difficulty).toBeGreaterThanOrEqual(good.difficulty - 1e-9);
      }),
    );
  });

  it("is never more stable after a wrong answer, whatever the form, the question, the time taken or the weights", () => {
    const steep = createFsrsEngine([0.0504, 0.0584, 0.1448, 0.4583, 7.0136, 0.3571, 3.4949, 0.0498, 1.159, 0.8, 0.2535, 1.1242, 0.0223, 0.1143, 1.7117, 0.0947, 1.1439, 0.5946, 2, 0.8, 0.1868]);
    fc.assert(
      fc.property(fc.constantFrom(engine, steep), memories, fc.integer({ min: 0, max: 500 }), chances, anyForm, fc.nat(400_000), (model, memory, elapsedDays, recall, form, elapsedMs) => {
        const after = weigh(model, memory, { recall, elapsedDays }, { form, outcome: "wrong", elapsedMs }, published);
        expect(after.stabilityDays).toBeLessThanOrEqual(memory.stabilityDays);
      }),
    );
  });

  it("takes a wrong answer as a lapse of full weight in every form", () => {
    const memory = { stabilityDays: 20, difficulty: 5 };
    for (const form of forms) {
      expect(weigh(engine, memory, { recall: 0.9, elapsedDays: 20 }, { form, outcome: "wrong" }, published)).toEqual(engine.next(memory, 20, 1));
    }
  });

  it("takes a flashcard's ratings as those of FSRS", () => {
    const after = (outcome: Rating): Memory => weigh(engine, { stabilityDays: 20, difficulty: 5 }, { recall: 0.9, elapsedDays: 20 }, { form: "flashcard", outcome }, published);
    expect([after(1), after(2), after(3), after(4)].map(({ stabilityDays }) => stabilityDays)).toEqual(
      [after(1), after(2), after(3), after(4)].map(({ stabilityDays }) => stabilityDays).sort((a, b) => a - b),
    );
    expect(after(4).stabilityDays).toBeGreaterThan(after(2).stabilityDays * 1.5);
  });
});

describe("a hasty answer", () => {
  test.each<[string, Partial<Evidence>, boolean]>([
    ["in 799 ms", { elapsedMs: 799 }, true],
    ["in 800 ms", { elapsedMs: 800 }, false],
    ["under a quarter of the usual time", { elapsedMs: 2499, usualMs: 10_000 }, true],
    ["in a quarter of the usual time", { elapsedMs: 2500, usualMs: 10_000 }, false],
    ["after more than five minutes, however slow the learner", { elapsedMs: 300_001, usualMs: 10_000_000 }, false],
    ["of unknown time", { usualMs: 10_000 }, false],
  ])("%s: %o is hasty: %s", (_, times, hasty) => {
    expect(isHasty({ form: "short-answer", outcome: "right", ...times })).toBe(hasty);
  });

  it("counts half", () => {
    fc.assert(
      fc.property(chances, anyForm, (recall, form) => {
        const at = (elapsedMs: number) => retrievedChance(recall, { ...right(form), elapsedMs }, published);
        expect(at(500)).toBeCloseTo(at(5000) / 2, 12);
      }),
    );
  });
});

describe("the form that an answer is weighed by", () => {
  test.each([
    ["cloze", undefined, "cloze"], ["cloze", 6, "cloze-bank"], ["picture", 4, "multiple-choice"], ["picture", undefined, "short-answer"],
    ["comparison", 2, "multiple-choice"], ["multi-hop", undefined, "short-answer"], ["ordering", 4, "ordering"], ["date", undefined, "date"],
  ] as const)("of %s with %s options is %s", (type, count, form) => {
    expect(evidenceForm(type, count)).toEqual(count ? { form, count } : { form });
  });
});
