import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "@playwright/test";
import { startServer } from "@/tests/support/server";
import { browserArguments, findBrowser } from "./setup/browser.mjs";
import { ensureBuild } from "./setup/build.mjs";
import { addTimer, largestPaintMs, timeSession, type SessionTimes } from "./session-timing";

const answers = 200;
const visits = 7;
const connections = [
  { name: "no delay", roundTripMs: 0 },
  { name: "150 ms round trip", roundTripMs: 150 },
];

const quantile = (values: readonly number[], share: number) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;
const ms = (value: number) => `${value.toFixed(0)} ms`;
const both = (values: readonly number[]) => `${ms(quantile(values, 0.5))} / ${ms(quantile(values, 0.95))}`;

async function openPage(browser: Browser, roundTripMs: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await addTimer(page);
  if (roundTripMs > 0) {
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", { offline: false, latency: roundTripMs, downloadThroughput: -1, uploadThroughput: -1 });
  }
  return page;
}

/** Begins as a guest, then studies a topic with more facts than will be asked. */
async function runSession(browser: Browser, url: string, roundTripMs: number): Promise<SessionTimes> {
  const page = await openPage(browser, roundTripMs);
  await page.goto(url);
  await page.getByRole("button", { name: "Study now" }).click();
  await page.waitForURL("**/study");
  await page.goto(`${url}/study?what=topic:crewed-missions&how=mix`);
  await page.locator("#question").waitFor();
  const times = await timeSession(page, answers);
  await page.context().close();
  return times;
}

async function medianPaint(browser: Browser, url: string, path: string, roundTripMs: number): Promise<number> {
  const page = await openPage(browser, roundTripMs);
  await page.goto(url);
  await page.getByRole("button", { name: "Study now" }).click();
  await page.waitForURL("**/study");
  const paints: number[] = [];
  for (let visit = 0; visit < visits; visit++) paints.push(await largestPaintMs(page, `${url}${path}`));
  await page.context().close();
  return quantile(paints, 0.5);
}

async function report(browser: Browser, url: string): Promise<void> {
  console.log(`${answers} answers; p50 / p95. "Next" is from pressing "Go on" (or a rating) to the next question on the screen.\n\n| connection | answer → verdict | next → painted | layout shift of the session |\n|---|---|---|---|`);
  for (const { name, roundTripMs } of connections) {
    const { verdict, next, shift } = await runSession(browser, url, roundTripMs);
    console.log(`| ${name} | ${both(verdict)} | ${both(next)} | ${shift.toFixed(3)} |`);
  }
  console.log(`\nLargest paint of a page, median of ${visits} visits:\n\n| connection | / | /study |\n|---|---|---|`);
  for (const { name, roundTripMs } of connections) {
    const paints = [await medianPaint(browser, url, "/", roundTripMs), await medianPaint(browser, url, "/study", roundTripMs)];
    console.log(`| ${name} | ${paints.map(ms).join(" | ")} |`);
  }
}

/** A browser against a build of what is there: how long a learner waits in a session, with and without a slow connection. */
export async function runSessionBench(): Promise<number> {
  const executablePath = await findBrowser();
  if (executablePath === null) {
    console.error("There is no browser to measure with. `npm test -- e2e` fetches one.");
    return 1;
  }
  await ensureBuild("content");
  const dataDir = mkdtempSync(join(tmpdir(), "hangtian-session-"));
  const server = await startServer({ dataDir });
  const browser = await chromium.launch({ executablePath, args: browserArguments() });
  try {
    await report(browser, server.url);
    return 0;
  } finally {
    await browser.close();
    await server.end("SIGTERM");
    rmSync(dataDir, { recursive: true, force: true });
  }
}
