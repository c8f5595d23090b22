import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBrowser } from "./browser.mjs";
import { ensureBuild } from "./build.mjs";
import { ensurePackages } from "./packages.mjs";
import { ensurePrismaClient } from "./prisma-client.mjs";
import { describeFailure } from "./setup-error.mjs";

/** @typedef {{ passed: number, failed: number }} Counts */
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

/** @param {boolean} succeeded */
const countAsOne = (succeeded) => ({ passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1 });

/** What a runner counted; a run that failed without a failed test (a file that does not load, a runner that broke) counts as one failure.
 * @param {string} file
 * @param {boolean} succeeded
 * @param {(report: any) => Counts} read
 */
function countReport(file, succeeded, read) {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { passed, failed } = read(JSON.parse(readFileSync(file, "utf8")));
  return { passed, failed: succeeded ? failed : Math.max(1, failed) };
}

/** @type {(project: string) => Part} */
const vitest = (project) => async (folder) => {
  const file = join(folder, `${project}.json`);
  const succeeded = await runTool("vitest", ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`]);
  return countReport(file, succeeded, (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests }));
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
  return countReport(file, succeeded, ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }));
}

/** In the order of what they cost; the build comes before the tests that start the server. @type {Record<string, Part>} */
const parts = {
  lint: async () => countAsOne(await runTool("eslint", ["."])),
  types: async () => countAsOne((await runTool("next", ["typegen"])) && (await runTool("tsc", ["--noEmit"]))),
  unit: vitest("unit"),
  content: vitest("content"),
  integration: async (folder) => {
    await ensureBuild("content");
    return vitest("integration")(folder);
  },
  e2e: async (folder) => {
    await ensureBuild("content");
    return testInBrowser(folder);
  },
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
    counts = { passed: 0, failed: 1 };
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
  const total = { passed: 0, failed: 0 };
  try {
    await ensurePackages();
    await ensurePrismaClient();
    for (const name of names.length > 0 ? names : Object.keys(parts)) {
      const { passed, failed } = await runPart(name, folder);
      total.passed += passed;
      total.failed += failed;
    }
  } catch (error) {
    console.error(describeFailure(error));
    total.failed += 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}
