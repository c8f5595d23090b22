import { describe, expect, it } from "vitest";
import { dayNumber } from "@/lib/progress/day-number";
import { trueRetention } from "@/lib/progress/retention";
import { shareOf } from "@/lib/progress/share";
import type { Answer } from "@/lib/scheduling/fact-state";
import { answerOn, firstDay } from "../scheduling/learner";
import { recorded } from "./recorded";

const first = dayNumber(firstDay);
const retention = (answers: Answer[], from = 0, to = 1000) => trueRetention(recorded(answers), null, first + from, first + to);
const figures = ({ all, young, mature }: ReturnType<typeof retention>) => [all, young, mature].map(({ right, count }) => `${right}/${count}`);

describe("true retention", () => {
  it("leaves out the first answer of a fact", () => {
    expect(figures(retention([answerOn(0, "wrong"), answerOn(0, "right", { factId: "other" })]))).toEqual(["0/0", "0/0", "0/0"]);
  });

  it("takes the first answer of a day, wrong or not, and none that follows", () => {
    expect(figures(retention([answerOn(0, "right"), answerOn(3, "wrong"), answerOn(3, "right"), answerOn(4, "right"), answerOn(4, "wrong")]))).toEqual(["1/2", "1/2", "0/0"]);
  });

  it("takes a rating of hard as remembered, and again as forgotten", () => {
    expect(figures(retention([answerOn(0, 3, { form: "flashcard" }), answerOn(2, 2, { form: "flashcard" }), answerOn(4, 1, { form: "flashcard" })]))).toEqual(["1/2", "1/2", "0/0"]);
  });

  it("splits by how long the fact was to rest, at 21 days, however long it did rest", () => {
    const answers = [answerOn(0, "right"), answerOn(300, "right"), answerOn(301, "wrong"), answerOn(600, "right")];
    const { intervalDays } = recorded(answers);
    expect(intervalDays[1]).toBeLessThan(21);
    expect(intervalDays[2]).toBeGreaterThanOrEqual(21);
    expect(intervalDays[3]).toBeLessThan(21);
    expect(figures(retention(answers))).toEqual(["2/3", "2/2", "0/1"]);
  });

  it("is about both ends of a span of days, and nothing beyond", () => {
    const answers = [answerOn(0, "right"), answerOn(3, "right"), answerOn(5, "wrong"), answerOn(9, "right")];
    expect(figures(retention(answers, 3, 5))).toEqual(["1/2", "1/2", "0/0"]);
    expect(figures(retention(answers, 4, 8))).toEqual(["0/1", "0/1", "0/0"]);
  });

  it("is about the facts that are looked at, and says how sure it is", () => {
    const history = recorded([answerOn(0, "right"), answerOn(0, "right", { factId: "other" }), answerOn(2, "wrong"), answerOn(2, "right", { factId: "other" })]);
    expect(trueRetention(history, Uint8Array.of(0, 1), first, first + 9).all).toEqual(shareOf(1, 1));
  });
});
