import { describe, expect, it } from "vitest";
import { countBrowserTests } from "@/scripts/setup/browser-report.mjs";

const spec = (title: string, line: number, status: string) => ({ title, file: "study.spec.ts", line, tests: [{ status }] });

describe("what the tests in the browser came to", () => {
  const inGroup = { title: "on a phone", specs: [spec("an answer is kept", 64, "flaky")] };
  const suites = [{ title: "study.spec.ts", specs: [spec("a hint is shown", 9, "expected"), spec("a fact comes back", 36, "flaky")], suites: [inGroup] }];

  it("counts what passed at the second try as passed, and names it with its place and its groups", () => {
    expect(countBrowserTests({ stats: { expected: 1, unexpected: 0, flaky: 2 }, suites })).toEqual({
      passed: 3,
      failed: 0,
      shaky: ["study.spec.ts:36 › a fact comes back", "study.spec.ts:64 › on a phone › an answer is kept"],
      broken: [],
    });
  });

  it("counts what failed twice as failed, and names it", () => {
    const failing = [{ title: "study.spec.ts", specs: [spec("a hint is shown", 9, "unexpected")] }];
    expect(countBrowserTests({ stats: { expected: 4, unexpected: 1, flaky: 0 }, suites: failing })).toEqual({ passed: 4, failed: 1, shaky: [], broken: ["study.spec.ts:9 › a hint is shown"] });
  });
});
