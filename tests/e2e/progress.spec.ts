import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/expect-accessible";
import { Learner } from "./support/learner";
import { signIn } from "./support/sign-in";
import { studiedClass } from "./support/studied-class";
import { expect, test } from "./support/test";
import { weighAnew } from "./support/weigh-scripts";

const questions = ["What do I know now?", "Am I learning?", "Can I trust the forecast?", "What is coming?", "What is hard for me?"];

/** Of scripts, gzipped; the charts bring none. */
const budget = 170;

const band = (page: Page, question: string) => page.getByRole("region", { name: question });

/** Every question is answered with a figure. */
async function expectAnswered(page: Page): Promise<void> {
  for (const question of questions) {
    await expect(band(page, question).getByRole("paragraph").first(), question).toContainText(/\d/);
  }
}

/** Behind every picture there is a table with rows. */
async function expectTables(page: Page): Promise<void> {
  for (const figure of await page.getByRole("main").getByRole("figure").all()) {
    await figure.locator("summary").first().press("Enter");
    await expect(figure.getByRole("table").first()).toBeVisible();
    expect(await figure.getByRole("row").count()).toBeGreaterThan(1);
  }
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(page.viewportSize()!.width);
}

/** The subjects' and facts' own pages are hundreds: as many of each kind are enough. */
const fewOfKind = 3;

/** What a link leads to, without which one of them it is. */
const kindOf = (href: string) => href.replace(/^(\/\w+\/\w+|\/\w+\?\w+=\w+).*/, "$1");

async function expectLinksWork(page: Page): Promise<void> {
  const hrefs = await page.getByRole("main").getByRole("link").evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute("href") ?? ""))]);
  const chosen = hrefs.filter((href, i) => hrefs.slice(0, i).filter((before) => kindOf(before) === kindOf(href)).length < fewOfKind);
  expect(chosen.length).toBeGreaterThan(10);
  const broken: string[] = [];
  for (const href of chosen) {
    if (href.startsWith("#")) await expect(page.locator(href)).toBeAttached();
    else if (!(await page.request.get(href)).ok()) broken.push(href);
  }
  expect(broken).toEqual([]);
}

/** From what slips to its history, to what it is about, and from the fact there to its history again. */
async function expectHistoryAndBack(page: Page): Promise<void> {
  const [main, title] = [page.getByRole("main"), page.getByRole("heading", { level: 1 })];
  await band(page, questions[4]!).locator('a[href^="/progress/facts/"]').first().click();
  await page.waitForURL("/progress/facts/*");
  const fact = await title.innerText();
  await main.getByRole("link", { name: /^Explore ./ }).click();
  await main.getByRole("link", { name: `Your answers: ${fact}` }).click();
  await expect(title).toHaveText(fact);
}

/** Chosen in the list, the figures, the goals and the files are about what the class was given. */
async function expectOfClass(page: Page): Promise<void> {
  await page.goto("/progress");
  await expect(band(page, questions[3]!).getByRole("listitem").filter({ has: page.getByRole("link", { name: studiedClass.goal }) })).toContainText(`${studiedClass.name} · goal of studying`);
  const list = page.getByLabel("Look at");
  await expect(list.getByRole("option", { name: studiedClass.set })).toBeAttached();
  await list.selectOption(`All of ${studiedClass.name}`);
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/show=class/);
  await expect(band(page, questions[0]!).getByRole("paragraph").first()).toContainText("of 30 facts today");
  await expect(band(page, questions[3]!).getByRole("link", { name: studiedClass.goal })).toBeVisible();
  await expect(page.getByRole("link", { name: "CSV" }).first()).toHaveAttribute("href", /&class=[0-9a-f-]{36}$/);
  await expectNoSidewaysScroll(page);
  await page.goto("/classes");
  await page.getByRole("link", { name: studiedClass.name, exact: true }).click();
  await page.getByRole("link", { name: "Your progress in this class" }).click();
  await expect(list).toHaveValue(/^class:/);
}

test("a month of study answers all five questions, on a phone, in both themes, and leads on", async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, "studied-a-month");
  expect(await weighAnew(page, "/progress")).toBeLessThanOrEqual(budget);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await expectAnswered(page);
  await expectLinksWork(page);
  await expectHistoryAndBack(page);
  await expectOfClass(page);
});

test("a year of study answers them too, on a wide screen and with text twice as large", async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 1440, height: 900 });
  await signIn(page, "studied-a-year");
  await page.goto("/");
  await page.getByRole("link", { name: /^You would recall \d+ of [\d,]+ facts today$/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Progress" })).toBeVisible();
  await expectAnswered(page);
  await expectTables(page);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 780, height: 900 });
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  await expectNoSidewaysScroll(page);
});

test("the bands and their tables are reached by keyboard alone", async ({ page }) => {
  await signIn(page, "studied-a-day");
  await page.goto("/progress");
  const focus = async (name: string) => {
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press("Tab");
      if ((await page.evaluate(() => document.activeElement?.textContent)) === name) return;
    }
    throw new Error(`"${name}" was not reached.`);
  };
  await focus("Learning");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/progress#learning");
  await expect(band(page, "Am I learning?")).toBeInViewport();
  const table = band(page, "Am I learning?").getByRole("table").first();
  await expect(table).toBeHidden();
  await focus("The months as a table");
  await page.keyboard.press("Enter");
  await expect(table).toBeVisible();
});

test("who has not begun reads what each question will be answered with, and can begin", async ({ page }) => {
  await page.goto("/progress");
  for (const question of questions) await expect(page.getByRole("term").filter({ hasText: question })).toBeVisible();
  await page.getByRole("button", { name: "Study now" }).click();
  await page.waitForURL("/study");
});

test.describe("with an answer of the server that does not come", () => {
  test.use({ expectedErrors: [/Failed to load resource: net::ERR_FAILED/] });

  test("the first answer brings figures, a set narrows them to its facts, and other settings are tried, after a try that failed once more, and saved by keys", async ({ page }) => {
    const learner = new Learner(page);
    await learner.beginWithOptions();
    await learner.answer();
    await page.goto("/sets/new");
    await page.getByLabel("Name", { exact: true }).fill("Engines only");
    await page.getByRole("checkbox", { name: /^Engines/ }).check();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Engines only" })).toBeVisible();
    await page.goto("/progress");
    const sentence = band(page, questions[0]!).getByRole("paragraph").first();
    const all = await sentence.innerText();
    await page.getByLabel("Look at").selectOption("Engines only");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page).toHaveURL(/show=set/);
    await expect(page.getByLabel("Look at")).toHaveValue(/.{36}/);
    await expect(sentence).not.toHaveText(all);
    await page.route("**/progress?*", (route) => (route.request().method() === "POST" ? route.abort() : route.fallback()));
    await page.getByText("Try other settings").press("Enter");
    await expect(page.getByRole("status").filter({ hasText: "This could not be worked out." })).toBeVisible();
    await page.unroute("**/progress?*");
    await page.getByRole("slider", { name: /^Chance of recall/ }).press("ArrowLeft");
    await expect(page.getByRole("status").filter({ hasText: "recalled in a year" })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Save these" }).press("Enter");
    await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
    await expect(page.getByRole("button", { name: "Save these" })).toBeFocused();
  });
});
