import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig, devices } from "@playwright/test";
import { browserArguments, findBrowser } from "./scripts/setup/browser.mjs";

/** `npm test` picks a free port; the default is for running Playwright by hand against the latest build. */
const port = Number(process.env.HANGTIAN_E2E_PORT ?? 3417);
const baseURL = `http://localhost:${port}`;
const executablePath = (await findBrowser()) ?? undefined;

// Playwright's workers load this file too; the folder is the server's, which the first process starts.
process.env.HANGTIAN_E2E_DATA_DIR ??= mkdtempSync(join(tmpdir(), "hangtian-e2e-"));

const long = /(quiz-waits|quiz-kills|study-forms)\.spec\.ts$/;

export default defineConfig({
  testDir: "tests/e2e",
  fullyParallel: true,
  workers: 3,
  // A lost landing costs a day; `npm test` names what passed at the second try only (docs/decisions/011-a-failed-test-is-tried-once-more.md).
  retries: process.env.CI ? 1 : 0,
  // Slow machines are slow, not wrong.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  // What waits for real time or kills servers begins first, so that nothing long is left over at the end.
  projects: [
    { name: "long", testMatch: long },
    { name: "short", testIgnore: long },
  ],
  // A trace costs a fifth of the time, and nobody can fetch it from where CI runs.
  use: { ...devices["Desktop Chrome"], baseURL, trace: process.env.CI ? "off" : "retain-on-failure", launchOptions: { executablePath, args: browserArguments() } },
  webServer: {
    command: "node --conditions=react-server --import tsx tests/e2e/support/prepare-server.ts && node scripts/start.mjs --prepared",
    url: `${baseURL}/api/health`,
    env: { PORT: String(port), HOST: "127.0.0.1", HANGTIAN_DATA_DIR: process.env.HANGTIAN_E2E_DATA_DIR, DATABASE_URL: "" },
    stdout: "pipe",
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 8000 },
  },
});
