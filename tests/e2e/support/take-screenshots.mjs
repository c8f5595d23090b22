/**
 * Pictures of the main pages at phone and desktop size, light and dark, to look at before a change is called done:
 *   node tests/e2e/support/take-screenshots.mjs http://127.0.0.1:3000 <folder> [page …]
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";

const [baseURL, folder, ...only] = process.argv.slice(2);
if (!baseURL || !folder) throw new Error("Usage: take-screenshots.mjs <address> <folder> [page …]");

const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } };
const schemes = ["light", "dark"];

const begin = async (page) => {
  await page.goto("/");
  const start = page.getByRole("button", { name: "Study now" });
  if (await start.isVisible()) await start.click();
  else await page.goto("/study");
  await page.waitForURL("/study");
  await page.getByRole("heading", { level: 1 }).waitFor();
};

const options = (page) => page.getByRole("list", { name: "Options" }).getByRole("button");

const goOn = (page) => page.getByRole("button", { name: "Go on" });

/** Ticks the first box or matches the first pair, where there is one. */
const fillIn = async (page) => {
  if (await page.getByRole("checkbox").first().isVisible()) await page.getByRole("checkbox").first().check();
  const pair = page.getByRole("group", { name: "Options" }).getByRole("button").first();
  if (await pair.isVisible()) await pair.click();
};

/** Rates flashcards, gives up on typed cards and guesses where there are several steps, until there are options to choose from. */
const reachOptions = async (page) => {
  const show = page.getByRole("button", { name: "Show the answer" });
  const giveUp = page.getByRole("button", { name: "I don’t know" });
  const check = page.getByRole("button", { name: "Check", exact: true });
  for (;;) {
    await options(page).first().or(show).or(check).waitFor();
    if (await show.isVisible()) {
      await show.click();
      await page.getByRole("button", { name: "Good" }).click();
    } else if (await giveUp.isVisible()) {
      await giveUp.click();
      await goOn(page).click();
    } else if (await check.isVisible()) {
      await fillIn(page);
      await check.click();
      await goOn(page).click();
    } else return;
    await goOn(page).waitFor({ state: "hidden" });
  }
};

const question = async (page) => {
  await begin(page);
  await reachOptions(page);
};

/** Answers until the verdict is the wanted one. */
const answerUntil = async (page, wanted) => {
  await question(page);
  for (;;) {
    await options(page).first().click();
    await page.getByTestId("verdict").waitFor();
    if (await page.getByTestId("verdict").getByText(wanted, { exact: true }).isVisible()) return;
    await goOn(page).click();
    await goOn(page).waitFor({ state: "hidden" });
    await reachOptions(page);
  }
};

const views = {
  home: (page) => page.goto("/"),
  sample: async (page) => {
    await page.goto("/");
    await options(page).first().click();
    await page.getByTestId("verdict").waitFor();
  },
  question,
  right: (page) => answerUntil(page, "Right"),
  wrong: (page) => answerUntil(page, "Not quite"),
  explore: (page) => page.goto("/explore"),
  search: (page) => page.goto("/explore?q=chang'e"),
  entity: (page) => page.goto("/explore/shenzhou-5"),
  rocket: (page) => page.goto("/explore/cz-5"),
  "sign-up": (page) => page.goto("/sign-up"),
  "sign-in": (page) => page.goto("/sign-in"),
  missing: (page) => page.goto("/nowhere"),
};

mkdirSync(folder, { recursive: true });
const executablePath = process.env.PLAYWRIGHT_CHROMIUM_PATH;
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
for (const [size, viewport] of Object.entries(sizes)) {
  for (const colorScheme of schemes) {
    const context = await browser.newContext({ baseURL, viewport, colorScheme, isMobile: size === "phone" });
    const page = await context.newPage();
    for (const [name, open] of Object.entries(views)) {
      if (only.length > 0 && !only.includes(name)) continue;
      await open(page);
      await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)));
      await page.screenshot({ path: join(folder, `${name}-${size}-${colorScheme}.png`) });
    }
    await context.close();
  }
}
await browser.close();
