import { expect, it } from "vitest";
import { dayNumber } from "@/lib/progress/day-number";
import { foretoldReviews } from "@/lib/progress/foretold-reviews";
import { historyOf, type MadeReview } from "./review-history";

const today = "2026-11-23";
const daysAgo = (days: number, more: Partial<MadeReview> = {}): MadeReview => ({ foretold: 0.9, isRight: true, day: dayNumber(today) - days, ...more });
const times = (count: number, review: MadeReview) => Array.from({ length: count }, () => review);

it("the last ninety days are looked at alone where they hold two hundred reviews", () => {
  const history = historyOf([...times(30, daysAgo(90)), ...times(120, daysAgo(89)), ...times(80, daysAgo(0))]);
  expect(foretoldReviews(history, null, today)).toEqual({ isRecent: true, places: Uint32Array.from({ length: 200 }, (_, i) => i + 30) });
});

it("all reviews are looked at where the last ninety days hold fewer, and where there are no others", () => {
  const away = historyOf([...times(30, daysAgo(90)), ...times(199, daysAgo(89))]);
  expect(foretoldReviews(away, null, today)).toMatchObject({ isRecent: false, places: { length: 229 } });
  const young = historyOf(times(300, daysAgo(3)));
  expect(foretoldReviews(young, null, today)).toMatchObject({ isRecent: false, places: { length: 300 } });
});

it("first answers, practice and the facts outside the mask are left out", () => {
  const history = historyOf([daysAgo(2, { kind: 0 }), daysAgo(1), daysAgo(1, { kind: 2 }), daysAgo(1, { fact: 1 })]);
  expect([...foretoldReviews(history, null, today).places]).toEqual([1, 3]);
  expect([...foretoldReviews(history, Uint8Array.of(0, 1), today).places]).toEqual([3]);
});
