/**
 * What Playwright's JSON report says of a suite.
 * @typedef {{ title: string, file: string, line: number, tests: { status: string }[] }} Spec
 * @typedef {{ title: string, specs?: Spec[], suites?: Suite[] }} Suite
 * @typedef {{ stats: { expected: number, unexpected: number, flaky: number }, suites: Suite[] }} Report
 */

/**
 * The names of tests that ended so, as Playwright's list has them.
 * @param {"flaky" | "unexpected"} status flaky: failed at first and passed when they were tried again
 * @param {Suite[]} suites
 * @param {string[]} titles of the groups they are in
 * @returns {string[]}
 */
const namesOf = (status, suites, titles = []) =>
  suites.flatMap(({ title, specs = [], suites: inner = [] }) => {
    const path = [...titles, title];
    const named = specs.filter(({ tests }) => tests.some((test) => test.status === status));
    // The outermost group is the file.
    return [...named.map((spec) => [`${spec.file}:${spec.line}`, ...path.slice(1), spec.title].join(" › ")), ...namesOf(status, inner, path)];
  });

/**
 * A test that passed at the second try counts as passed and is named (docs/decisions/011-a-failed-test-is-tried-once-more.md).
 * @param {Report} report
 */
export const countBrowserTests = ({ stats, suites }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected,
  shaky: namesOf("flaky", suites),
  broken: namesOf("unexpected", suites),
});
