import { describe, expect, it } from "vitest";
import { fewestToJudge, judgeForecast } from "@/lib/progress/forecast-verdict";
import { namedRandom } from "@/lib/shared/random";
import { everyPlace, historyOf } from "./review-history";

/** Learners who answer rightly with chance `truth` where `foretold` is said of it. */
function verdicts(learners: number, reviews: number, foretold: (random: () => number) => number, truth: (foretold: number) => number): string[] {
  return Array.from({ length: learners }, (_, learner) => {
    const random = namedRandom(7, `learner ${learner}`);
    const history = historyOf(
      Array.from({ length: reviews }, () => {
        const chance = foretold(random);
        return { foretold: chance, isRight: random() < truth(chance) };
      }),
    );
    return judgeForecast(history, everyPlace(history)).verdict;
  });
}

const spread = (random: () => number) => 0.7 + 0.29 * random();
const share = (of: string[], verdict: string) => of.filter((each) => each === verdict).length / of.length;

describe("the verdict on forecasts", () => {
  it("passes nineteen of twenty learners whom the forecasts know, with few reviews and with many", () => {
    expect(share(verdicts(400, 80, spread, (chance) => chance), "holds")).toBeGreaterThan(0.92);
    expect(share(verdicts(100, 5000, spread, (chance) => chance), "holds")).toBe(1);
  });

  it.each([
    { name: "less", truth: (chance: number) => chance - 0.06 },
    { name: "more", truth: (chance: number) => 1 - (1 - chance) / 2 },
  ])("finds nearly every learner who knows $name than is foretold, given a thousand reviews", ({ name, truth }) => {
    expect(share(verdicts(100, 1000, spread, truth), name)).toBeGreaterThan(0.9);
  });

  it("calls no difference of a point one, however sure it is", () => {
    expect(share(verdicts(10, 20_000, () => 0.9, () => 0.89), "holds")).toBe(1);
  });

  it("judges nothing before there are enough reviews, and tells how many there are", () => {
    const reviews = Array.from({ length: fewestToJudge }, () => ({ foretold: 0.9, isRight: false }));
    const few = historyOf(reviews.slice(1));
    expect(judgeForecast(few, everyPlace(few))).toMatchObject({ verdict: "few", right: { right: 0, count: fewestToJudge - 1 } });
    expect(judgeForecast(historyOf(reviews), everyPlace(historyOf(reviews))).verdict).toBe("less");
    expect(judgeForecast(historyOf([]), new Uint32Array())).toMatchObject({ verdict: "few", foretold: 0, error: 0, right: { count: 0 } });
  });

  it("reckons the error of the mean from the forecasts themselves", () => {
    const history = historyOf([0.5, 0.8, 0.9].map((foretold) => ({ foretold, isRight: true })));
    const { foretold, error } = judgeForecast(history, everyPlace(history));
    expect(foretold).toBeCloseTo(2.2 / 3, 6);
    expect(error).toBeCloseTo(Math.sqrt(0.25 + 0.16 + 0.09) / 3, 6);
  });
});
