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

export default defineConfig({
  testDir: "tests/e2e",
  fullyParallel: true,
  workers: 2,
  // Slow machines are slow, not wrong.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  use: { ...devices["Desktop Chrome"], baseURL, trace: "retain-on-failure", launchOptions: { executablePath, args: browserArguments() } },
  webServer: {
    command: "node scripts/start.mjs --prepared",
    url: `${baseURL}/api/health`,
    env: { PORT: String(port), HOST: "127.0.0.1", HANGTIAN_DATA_DIR: process.env.HANGTIAN_E2E_DATA_DIR, DATABASE_URL: "" },
    stdout: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 8000 },
  },
});
