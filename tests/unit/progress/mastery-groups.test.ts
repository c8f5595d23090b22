import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hardestGroup, masteryBy } from "@/lib/progress/mastery-groups";
import { seededRandom } from "@/lib/shared/random";

const some = (group: string, count: number, recall: number | null) => Array.from({ length: count }, () => ({ group, recall }));

describe("what is known by group", () => {
  it("adds up to what is known of all, each fact in its own group", () => {
    const fact = fc.record({ group: fc.constantFrom("dates", "makers", "sites"), recall: fc.option(fc.double({ min: 0, max: 1, noNaN: true })) });
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 80 }), (facts) => {
        for (const [group, sums] of masteryBy(facts)) {
          const own = facts.filter((one) => one.group === group);
          const begun = own.flatMap(({ recall }) => recall ?? []);
          expect([sums.facts, sums.begun]).toEqual([own.length, begun.length]);
          expect(sums.recalled).toBeCloseTo(begun.reduce((sum, recall) => sum + recall, 0), 9);
          expect(sums.chance).toBeCloseTo(begun.reduce((sum, recall) => sum + recall * (1 - recall), 0), 9);
        }
        expect([...masteryBy(facts).values()].reduce((sum, group) => sum + group.facts, 0)).toBe(facts.length);
      }),
      { seed: 5 },
    );
  });
});

describe("the hardest group", () => {
  it("is the one that is recalled clearly less than the rest, with both shares", () => {
    const groups = masteryBy([...some("dates", 100, 0.6), ...some("makers", 100, 0.9), ...some("sites", 100, 0.9), ...some("makers", 50, null)]);
    expect(hardestGroup(groups)).toEqual({ group: "dates", share: expect.closeTo(0.6, 9), rest: expect.closeTo(0.9, 9) });
  });

  it("is none where chance explains the difference, or where too few facts are begun to say", () => {
    expect(hardestGroup(masteryBy([...some("dates", 20, 0.85), ...some("makers", 200, 0.9)]))).toBeNull();
    expect(hardestGroup(masteryBy([...some("dates", 9, 0.1), ...some("makers", 200, 0.9)]))).toBeNull();
    expect(hardestGroup(masteryBy([...some("dates", 200, 0.3), ...some("makers", 9, 0.9)]))).toBeNull();
    expect(hardestGroup(masteryBy([]))).toBeNull();
  });

  it("is the lower of two that both lie below the rest", () => {
    const groups = masteryBy([...some("dates", 100, 0.7), ...some("figures", 100, 0.5), ...some("makers", 400, 0.95)]);
    expect(hardestGroup(groups)?.group).toBe("figures");
  });

  it("is seldom named when all groups are alike but for chance", () => {
    const random = seededRandom(3);
    const isNamed = () => {
      const facts = Array.from({ length: 600 }, (_, i) => ({ group: `${i % 10}`, recall: random() < 0.85 ? 1 : 0 }));
      // What came true instead of what was foretold: the forecasts themselves carry no chance.
      const groups = new Map([...masteryBy(facts)].map(([group, sums]) => [group, { ...sums, chance: sums.begun * 0.85 * 0.15 }]));
      return hardestGroup(groups) !== null;
    };
    expect(Array.from({ length: 400 }, isNamed).filter(Boolean).length / 400).toBeLessThan(0.1);
  });
});
