import { describe, expect, it } from "vitest";
import type { TestModule } from "vitest/node";
import { countTests } from "@/scripts/setup/vitest-counts.mjs";

type Told = { state: "passed" | "failed"; flaky?: boolean; says?: string };

/** As much of a module as is counted. */
function moduleOf(relativeModuleId: string, tests: Record<string, Told>, errors: { message: string }[] = []): TestModule {
  const told = { relativeModuleId, errors: () => errors, children: { allTests: () => cases } };
  const cases = Object.entries(tests).map(([fullName, { state, flaky = false, says }]) => ({ fullName, module: told, result: () => ({ state, errors: says ? [{ message: says }] : [] }), diagnostic: () => ({ flaky }) }));
  return told as unknown as TestModule;
}

describe("what the tests under Vitest came to", () => {
  it("counts, and names each failed test with its file and what it said first", () => {
    const undo = moduleOf("tests/undo.test.ts", { "undo counts once": { state: "failed", says: "expected 2 to be 1\n  at undo.test.ts:9" }, "undo takes back": { state: "passed" } });
    expect(countTests([undo], [])).toEqual({ passed: 1, failed: 1, broken: ["tests/undo.test.ts › undo counts once: expected 2 to be 1"], shaky: [] });
  });

  it("counts what passed at the second try as passed, and names it", () => {
    const kill = moduleOf("tests/kill.test.ts", { "nothing is lost": { state: "passed", flaky: true } });
    expect(countTests([kill], [])).toEqual({ passed: 1, failed: 0, broken: [], shaky: ["tests/kill.test.ts › nothing is lost"] });
  });

  it("names a file that does not load, and what went wrong outside of every test", () => {
    expect(countTests([moduleOf("tests/a.test.ts", {}, [{ message: "Cannot find x" }])], [{ message: "stray" }]).broken).toEqual(["tests/a.test.ts: Cannot find x", "outside of every test: stray"]);
  });
});
