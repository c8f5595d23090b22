import { describe, expect, it } from "vitest";
import { clockText, leftAt, resync, untilNextSecond } from "@/components/quiz/countdown";

describe("a countdown", () => {
  it("goes down with the browser's clock and ends at nothing", () => {
    const countdown = { leftMs: 5000, atMs: 100_000 };
    expect([100_000, 102_500, 105_000, 999_999].map((nowMs) => leftAt(countdown, nowMs))).toEqual([5000, 2500, 0, 0]);
  });

  it.each([
    ["is set right at once when less is left", 58_000, 58_000],
    ["does not jump back by what a reply took on its way", 60_900, 60_000],
    ["is longer when somebody was given more time", 360_000, 360_000],
  ])("%s", (_, told, left) => {
    const old = { leftMs: 70_000, atMs: 0 };
    expect(leftAt(resync(old, told, 10_000)!, 10_000)).toBe(left);
  });

  it("is none without a limit, and begins when there is one", () => {
    expect(resync({ leftMs: 1000, atMs: 0 }, null, 500)).toBeNull();
    expect(resync(null, 1000, 500)).toEqual({ leftMs: 1000, atMs: 500 });
  });

  it("begins anew after it ran out, when there is time again", () => {
    expect(leftAt(resync({ leftMs: 1000, atMs: 0 }, 300_000, 9000)!, 9000)).toBe(300_000);
  });
});

describe("the time in words", () => {
  it.each([
    [0, "0:00"],
    [1, "0:01"],
    [59_000, "0:59"],
    [59_001, "1:00"],
    [245_000, "4:05"],
    [3_600_000, "1:00:00"],
    [3_845_000, "1:04:05"],
  ])("of %d ms is %s", (leftMs, text) => expect(clockText(leftMs)).toBe(text));

  it.each([0, 1, 999, 1000, 1001, 60_000, 61_234])("changes after what untilNextSecond says, and not before (%d ms)", (leftMs) => {
    const wait = untilNextSecond(leftMs);
    if (leftMs === 0) return expect(wait).toBe(0);
    expect(clockText(leftMs - wait)).not.toBe(clockText(leftMs));
    expect(clockText(leftMs - wait + 1)).toBe(clockText(leftMs));
  });
});
