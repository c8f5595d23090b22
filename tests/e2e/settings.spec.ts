import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/expect-accessible";
import { expect, test } from "./support/test";

const section = (page: Page, name: string) => page.getByRole("region", { name });
const saved = (page: Page, name: string) => section(page, name).getByText("Saved.");

/** As a guest, who needs no account for it. */
async function openSettings(page: Page): Promise<void> {
  await page.goto("/settings");
  await page.getByRole("button", { name: "Study now" }).click();
  await page.waitForURL("/study**");
  await page.getByRole("contentinfo").getByRole("link", { name: "Settings" }).click();
  await expect(section(page, "Your memory")).toBeVisible();
}

test("how much a day and how surely are set by keyboard alone, and kept", async ({ page }) => {
  await openSettings(page);
  await page.getByLabel("Each day").focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("45");
  await page.keyboard.press("Tab");
  await page.keyboard.type("cards");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("3");
  await page.keyboard.press("Enter");
  await expect(saved(page, "How much a day")).toBeVisible();

  const slider = page.getByRole("slider", { name: "Chance of recall" });
  await slider.focus();
  for (let presses = 0; presses < 5; presses++) await page.keyboard.press("ArrowRight");
  await expect(slider).toHaveAttribute("aria-valuetext", /^95 per cent\. About 1\.\d times the answers/);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(saved(page, "How surely you want to remember")).toBeVisible();

  await page.reload();
  await expect(page.getByLabel("Each day")).toHaveValue("45");
  await expect(page.getByLabel("Counted in")).toHaveValue("cards");
  await expect(page.getByLabel("New facts a day, at most")).toHaveValue("3");
  await expect(slider).toHaveValue("95");
});

test("what cannot be is refused in words where it stands, and nothing of it is kept", async ({ page }) => {
  await openSettings(page);
  await page.getByLabel("Each day").fill("30");
  const newFacts = page.getByLabel("New facts a day, at most");
  await newFacts.fill("999");
  await section(page, "How much a day").getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Please give a whole number from 0 to 200.")).toBeVisible();
  await expect(newFacts).toBeFocused();
  await page.reload();
  await expect(page.getByLabel("Each day")).toHaveValue("20");
});

test("the day begins when it is set to, and the keys of a session are switched off", async ({ page }) => {
  await openSettings(page);
  await page.getByLabel("A new day begins at").selectOption("06:00");
  await section(page, "Your day").getByRole("button", { name: "Save" }).click();
  await expect(saved(page, "Your day")).toBeVisible();
  const keys = page.getByRole("switch", { name: "Answer with single keys" });
  await keys.focus();
  await page.keyboard.press("Space");
  await expect(saved(page, "Keys in a session")).toBeVisible();
  await page.reload();
  await expect(keys).not.toBeChecked();
  await expect(page.getByLabel("A new day begins at")).toHaveValue("6");
});

test("days are counted by another device's zone when its owner says so", async ({ page, browser, baseURL }) => {
  await openSettings(page);
  const abroad = await browser.newContext({ baseURL, timezoneId: "Asia/Shanghai", storageState: await page.context().storageState() });
  const there = await abroad.newPage();
  await there.goto("/settings");
  await there.getByRole("button", { name: "Count by this device: Asia/Shanghai" }).click();
  await expect(there.getByText("Time zone: Asia/Shanghai")).toBeVisible();
  await expect(there.getByRole("button", { name: /^Count by this device/ })).toBeHidden();
  await abroad.close();
});

test("a fact that was put aside is taken up again", async ({ page }) => {
  await openSettings(page);
  await expect(page.getByText("You have suspended nothing.")).toBeVisible();
  const { cards } = (await (await page.request.get("/api/study/cards?count=1")).json()) as { cards: { factId: string }[] };
  const put = await page.request.post("/api/study/facts", { data: { do: "suspend", factId: cards[0]!.factId } });
  expect(put.status()).toBe(200);
  await page.reload();
  await page.getByRole("button", { name: /^Take up again: / }).press("Enter");
  await expect(page.getByText(/^Taken up again: /)).toBeFocused();
  await expect(page.getByText("You have suspended nothing.")).toBeVisible();
});

test("axe finds nothing on the settings, with and without a learner", async ({ page }) => {
  test.slow();
  await page.goto("/settings");
  await expectAccessible(page);
  await openSettings(page);
  await expectAccessible(page);
  await page.getByLabel("Each day").fill("");
  await section(page, "How much a day").getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Please give a whole number from 1 to 600.")).toBeVisible();
  await expectAccessible(page);
});

test("a text twice as large fits a small screen", async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 800 });
  await openSettings(page);
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
});
