import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beginDraft, clearPrompt, isReady, moveTo, pairOption, toggleOption, type Draft, type Pairs } from "@/components/answer/draft";

const pairs = (...options: (number | null)[]): Pairs => ({ kind: "pairs", pairs: options });
const options = ["Jiuquan", "Xichang", "Taiyuan", "Wenchang"];

describe("an answer of several steps", () => {
  it.each<[string, Parameters<typeof beginDraft>[0], Draft | null, boolean]>([
    ["multiple response: nothing chosen", { form: "multiple-response", options }, { response: { kind: "choices", options: [] }, at: null }, false],
    ["ordering: as shown, which can be handed in", { form: "ordering", options }, { response: { kind: "order", order: [0, 1, 2, 3] }, at: null }, true],
    ["matching: the first prompt next", { form: "matching", options, prompts: ["a", "b"] }, { response: { kind: "pairs", pairs: [null, null] }, at: 0 }, false],
    ["a bank for a gap is answered in one step", { form: "cloze", options }, null, false],
    ["so is a typed form", { form: "date", options: [] }, null, false],
  ])("begins with %s", (_, card, draft, ready) => {
    const begun = beginDraft(card);
    expect(begun).toEqual(draft);
    expect(begun !== null && isReady(begun)).toBe(ready);
  });

  it("chooses an option and takes it back, in the order shown", () => {
    const one = toggleOption({ kind: "choices", options: [] }, 2);
    const two = toggleOption({ kind: "choices", options: [2] }, 0);
    expect([one, two].map(({ response }) => response)).toEqual([{ kind: "choices", options: [2] }, { kind: "choices", options: [0, 2] }]);
    expect(toggleOption({ kind: "choices", options: [0, 2] }, 0).response).toEqual({ kind: "choices", options: [2] });
  });

  it.each<[number, number, number[], number]>([
    [0, 1, [1, 0, 2, 3], 1],
    [3, 0, [3, 0, 1, 2], 0],
    [1, 3, [0, 2, 3, 1], 3],
    [0, -1, [0, 1, 2, 3], 0],
    [3, 9, [0, 1, 2, 3], 3],
  ])("moves place %i to %i and keeps it in hand", (from, to, order, at) => {
    expect(moveTo({ kind: "order", order: [0, 1, 2, 3] }, from, to)).toEqual({ response: { kind: "order", order }, at });
  });

  it("goes on to the next open prompt after a pair, also round the end", () => {
    expect(pairOption(pairs(null, null, null), 0, 2)).toEqual({ response: pairs(2, null, null), at: 1 });
    expect(pairOption(pairs(null, 1, null), 2, 0)).toEqual({ response: pairs(null, 1, 0), at: 0 });
    expect(pairOption(pairs(1, null), 1, 0)).toEqual({ response: pairs(1, 0), at: 1 });
  });

  it("takes an option from the prompt that had it, and away when it is given again", () => {
    expect(pairOption(pairs(2, null), 1, 2)).toEqual({ response: pairs(null, 2), at: 0 });
    expect(pairOption(pairs(2, null), 0, 2)).toEqual({ response: pairs(null, null), at: 0 });
    expect(clearPrompt(pairs(2, 1), 1)).toEqual({ response: pairs(2, null), at: 1 });
  });

  it("never uses an option twice and never loses one, whatever is pressed", () => {
    const press = fc.record({ prompt: fc.nat(3), option: fc.nat(4), from: fc.nat(4), to: fc.integer({ min: -2, max: 7 }) });
    fc.assert(
      fc.property(fc.array(press, { maxLength: 12 }), (presses) => {
        let matched = pairs(null, null, null, null);
        let ordered: number[] = [0, 1, 2, 3, 4];
        for (const { prompt, option, from, to } of presses) {
          matched = pairOption(matched, prompt, option).response as Pairs;
          ordered = (moveTo({ kind: "order", order: ordered }, from, to).response as { order: number[] }).order;
        }
        const used = matched.pairs.filter((option) => option !== null);
        expect(new Set(used).size).toBe(used.length);
        expect([...ordered].sort()).toEqual([0, 1, 2, 3, 4]);
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});
