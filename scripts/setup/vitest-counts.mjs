import { writeFileSync } from "node:fs";

/**
 * A reporter for Vitest that writes what `npm test` says at its end: how many tests passed and failed, the names of those that failed and of those that passed at
 * the second try only, and what went wrong outside of every test.
 * @typedef {import("vitest/node").TestCase} TestCase
 * @typedef {import("vitest/node").TestModule} TestModule
 */

/** @param {{ message?: string } | undefined} error */
const firstLine = (error) => (error?.message ?? "").split("\n", 1)[0] ?? "";

/** @param {TestCase} test */
const nameOf = (test) => `${test.module.relativeModuleId} › ${test.fullName}`;

/**
 * @param {readonly TestModule[]} modules
 * @param {readonly { message?: string }[]} strayErrors thrown outside of every test
 */
export function countTests(modules, strayErrors) {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const failed = tests.filter((test) => test.result().state === "failed");
  return {
    passed: tests.filter((test) => test.result().state === "passed").length,
    failed: failed.length,
    broken: [
      ...failed.map((test) => `${nameOf(test)}: ${firstLine(test.result().errors?.[0])}`),
      ...modules.flatMap((module) => module.errors().map((error) => `${module.relativeModuleId}: ${firstLine(error)}`)),
      ...strayErrors.map((error) => `outside of every test: ${firstLine(error)}`),
    ],
    shaky: tests.filter((test) => test.diagnostic()?.flaky).map(nameOf),
  };
}

/** @implements {import("vitest/node").Reporter} */
export default class CountsReporter {
  /**
   * @param {readonly TestModule[]} modules
   * @param {readonly { message?: string }[]} strayErrors
   */
  onTestRunEnd(modules, strayErrors) {
    const file = process.env.HANGTIAN_TEST_COUNTS;
    if (file) writeFileSync(file, JSON.stringify(countTests(modules, strayErrors)));
  }
}
