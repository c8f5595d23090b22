import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { ensureBrowser } from "./browser.mjs";
import { countBrowserTests } from "./browser-report.mjs";
import { ensureBuild } from "./build.mjs";
import { ensurePackages } from "./packages.mjs";
import { ensurePrismaClient } from "./prisma-client.mjs";
import { describeFailure } from "./setup-error.mjs";

/** `broken` names the failed tests, `shaky` those that failed at the first try and passed at the second. @typedef {{ passed: number, failed: number, broken?: string[], shaky?: string[] }} Counts */
/** @typedef {(folder: string) => Promise<Counts>} Part */

const programs = {
  eslint: ["eslint", "bin", "eslint.js"],
  next: ["next", "dist", "bin", "next"],
  playwright: ["@playwright", "test", "cli.js"],
  tsc: ["typescript", "bin", "tsc"],
  vitest: ["vitest", "vitest.mjs"],
};

/**
 * Runs a tool with all of its output shown.
 * @param {keyof typeof programs} program
 * @param {string[]} args
 * @param {Record<string, string | undefined>} [env]
 * @returns {Promise<boolean>} whether it succeeded
 */
function runTool(program, args, env = {}) {
  return new Promise((resolve, reject) => {
    // The tests make their own databases and folders; nothing of the person's own may be touched.
    const own = { DATABASE_URL: undefined, HANGTIAN_DATA_DIR: undefined, HANGTIAN_CONTENT_DIR: undefined, NODE_ENV: undefined };
    const child = spawn(process.execPath, [join("node_modules", ...programs[program]), ...args], { stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, ...own, ...env } });
    child.once("error", reject);
    child.once("close", (code) => resolve(code === 0));
  });
}

/**
 * @param {string} name
 * @param {boolean} succeeded
 * @returns {Counts}
 */
const countAsOne = (name, succeeded) => (succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, broken: [name] });

/** What a runner counted; a run that failed without a failed test (a runner that broke, an error outside of every test) counts as one failure.
 * @param {string} file
 * @param {boolean} succeeded
 * @param {(report: any) => Counts} read
 * @returns {Counts}
 */
function countReport(file, succeeded, read) {
  const part = basename(file, ".json");
  if (!existsSync(file)) return { passed: 0, failed: 1, broken: [`${part}: it ended without a report`] };
  const counts = read(JSON.parse(readFileSync(file, "utf8")));
  if (succeeded || counts.failed > 0) return counts;
  const broken = counts.broken?.length ? counts.broken : [`${part}: an error outside of every test, told above`];
  return { ...counts, failed: Math.max(1, counts.failed), broken };
}

/** @type {(project: string) => Part} */
const vitest = (project) => async (folder) => {
  const file = join(folder, `${project}.json`);
  const reporters = ["--reporter=default", `--reporter=${join(process.cwd(), "scripts", "setup", "vitest-counts.mjs")}`];
  const succeeded = await runTool("vitest", ["run", "--project", project, ...reporters], { HANGTIAN_TEST_COUNTS: file });
  return countReport(file, succeeded, (/** @type {Counts} */ counts) => counts);
};

/** @returns {Promise<number>} */
const findFreePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });

/** @type {Part} */
async function testInBrowser(folder) {
  const file = join(folder, "e2e.json");
  const env = {
    PLAYWRIGHT_CHROMIUM_PATH: await ensureBrowser(),
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    HANGTIAN_E2E_PORT: String(await findFreePort()),
    HANGTIAN_E2E_DATA_DIR: join(folder, "e2e-data"),
  };
  const succeeded = await runTool("playwright", ["test", "--reporter=list,json"], env);
  return countReport(file, succeeded, countBrowserTests);
}

/** In the order of what they cost; the build comes before the tests that start the server. @type {Record<string, Part>} */
const parts = {
  lint: async () => countAsOne("lint", await runTool("eslint", ["."])),
  types: async () => countAsOne("types", (await runTool("next", ["typegen"])) && (await runTool("tsc", ["--noEmit"]))),
  build: async () => {
    await ensureBuild("content");
    return countAsOne("build", true);
  },
  unit: vitest("unit"),
  content: vitest("content"),
  // Nothing to wait for, unless the build failed: then neither may run on an older one.
  integration: async (folder) => {
    await ensureBuild("content");
    return vitest("integration")(folder);
  },
  e2e: async (folder) => {
    await ensureBuild("content");
    return testInBrowser(folder);
  },
};

const needBuild = ["integration", "e2e"];

/** What keeps one core busy: each of these runs beside the others, its own parts one after the other. They say what they found in one piece. */
const lanes = [["lint"], ["types", "build"]];

/**
 * What runs at the same time, in the order in which it runs.
 * @param {string[]} asked
 * @returns {string[][][]} rounds of lanes of parts
 */
const roundsOf = (asked) => {
  const names = new Set(asked.some((name) => needBuild.includes(name)) ? ["build", ...asked] : asked);
  const together = lanes.map((lane) => lane.filter((name) => names.has(name))).filter((lane) => lane.length > 0);
  const alone = Object.keys(parts).filter((name) => names.has(name) && !lanes.flat().includes(name)).map((name) => [[name]]);
  return together.length > 0 ? [together, ...alone] : alone;
};

/**
 * @param {string} name
 * @param {string} folder
 * @returns {Promise<Counts>}
 */
async function runPart(name, folder) {
  const startedMs = performance.now();
  console.log(`\n== ${name}`);
  /** @type {Counts} */
  let counts;
  try {
    counts = await parts[name](folder);
  } catch (error) {
    console.error(describeFailure(error));
    counts = { passed: 0, failed: 1, broken: [name] };
  }
  console.log(`== ${name}: ${counts.passed} passed, ${counts.failed} failed (${((performance.now() - startedMs) / 1000).toFixed(1)} s)`);
  return counts;
}

/**
 * Sets up what is missing and runs the named parts, or all.
 * @param {string[]} names
 * @returns {Promise<number>} the exit code
 */
export async function runTests(names) {
  const unknown = names.filter((name) => !Object.hasOwn(parts, name));
  if (unknown.length > 0) {
    console.error(`There is no part "${unknown.join('", "')}". The parts are: ${Object.keys(parts).join(", ")}.`);
    return 2;
  }
  const folder = mkdtempSync(join(tmpdir(), "hangtian-test-"));
  /** @type {Required<Counts>} */
  const total = { passed: 0, failed: 0, broken: [], shaky: [] };
  try {
    await ensurePackages();
    await ensurePrismaClient();
    const runLane = async (/** @type {string[]} */ lane) => {
      for (const name of lane) {
        const { passed, failed, broken = [], shaky = [] } = await runPart(name, folder);
        total.passed += passed;
        total.failed += failed;
        total.broken.push(...broken);
        total.shaky.push(...shaky);
      }
    };
    for (const round of roundsOf(names.length > 0 ? names : Object.keys(parts))) await Promise.all(round.map(runLane));
  } catch (error) {
    console.error(describeFailure(error));
    total.failed += 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  for (const name of total.broken) console.log(`failed: ${name}`);
  for (const name of total.shaky) console.log(`passed at the second try: ${name}`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}
