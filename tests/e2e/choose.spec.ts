import type { Page } from "@playwright/test";
import { addDays, learnerDayOf } from "@/lib/scheduling/learner-day";
import { expectAccessible } from "./support/expect-accessible";
import { Learner } from "./support/learner";
import { expect, test } from "./support/test";

/** Days are the learner's, which last until four in the morning: between midnight and four "in 40 days" is a day less by the calendar. */
const inDays = (days: number) => addDays(learnerDayOf(Date.now(), { timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, dayStartHour: 4 }), days);

/** A guest makes a set of the topics. */
async function makeSet(page: Page, name: string, topics: string[]): Promise<void> {
  await new Learner(page).begin();
  await page.goto("/sets");
  await page.getByRole("link", { name: "Make a set" }).click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  for (const topic of topics) await page.getByRole("checkbox", { name: new RegExp(`^${topic}`) }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

async function planFor(page: Page, day: string): Promise<void> {
  await page.getByLabel("Date of the exam").fill(day);
  await page.getByRole("button", { name: "Make a plan" }).click();
}

test("a learner chooses a topic, flashcards and ten cards, and gets them", async ({ page }) => {
  await new Learner(page).begin();
  await page.goto("/study/choose");
  await expectAccessible(page);
  await page.getByText("A topic").click();
  await page.getByRole("radio", { name: /^Astronauts/ }).check();
  await page.getByRole("radio", { name: /^Flashcards/ }).check();
  await page.getByRole("radio", { name: "10 cards" }).check();
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page).toHaveURL("/study?what=topic%3Aastronauts&how=flashcards&cards=10");
  await expect(page.getByRole("button", { name: "Show the answer" })).toBeVisible();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the choice is a form like any other", async ({ page, browser }) => {
    const scripted = await browser.newContext({ javaScriptEnabled: true });
    await new Learner(await scripted.newPage()).begin();
    await page.context().addCookies(await scripted.cookies());
    await scripted.close();
    await page.goto("/study/choose?what=topic:engines");
    await expect(page.getByRole("radio", { name: /^Engines/ })).toBeChecked();
    await page.getByRole("button", { name: "Start" }).click();
    await expect(page).toHaveURL("/study?what=topic%3Aengines");
  });
});

test("a subject's page leads to its questions, or begins a set", async ({ page }) => {
  await new Learner(page).begin();
  await page.goto("/explore/shenzhou-5");
  await page.getByRole("link", { name: /^Study these \d+ facts$/ }).click();
  await expect(page).toHaveURL("/study?what=entity%3Ashenzhou-5");
  await page.goto("/explore/shenzhou-5");
  await page.getByRole("link", { name: "Make a set" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Shenzhou 5");
  await page.getByLabel("Search by name").fill("yang liwei");
  await page.getByRole("button", { name: "Add Yang Liwei" }).click();
  await expect(page.getByRole("button", { name: "Remove Yang Liwei" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Shenzhou 5" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Yang Liwei" })).toBeVisible();
});

test("a set with an exam gets a plan, which the first page tells as well", async ({ page }) => {
  await makeSet(page, "Engines for the exam", ["Engines"]);
  await expect(page.getByText(/^\d+ facts$/)).toBeVisible();
  await planFor(page, inDays(40));
  await expect(page.getByText(/^Today: \d+ cards, \d+ of them new\.$/)).toBeVisible();
  await expect(page.getByText(/^Expected on the day: 9\d%\.$/)).toBeVisible();
  await expectAccessible(page);
  const cards = Number(/\d+/.exec(await page.getByRole("link", { name: /^Do today’s \d+ cards$/ }).innerText())?.[0]);
  await page.goto("/");
  await expect(page.getByRole("link", { name: /^Engines for the exam in 40 days · 0 of \d+ begun$/ })).toBeVisible();
  await page.getByRole("link", { name: /^Engines for the exam/ }).click();
  await page.getByRole("link", { name: /^Do today’s/ }).click();
  await expect(page).toHaveURL(new RegExp(`/study\\?what=set%3A[\\da-f-]+&cards=${cards}$`));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("a goal that is out of reach is said to be, with what can be reached", async ({ page }) => {
  await makeSet(page, "Everything by tomorrow", ["Engines", "Astronauts", "Crewed missions", "Long March 5 to 12"]);
  await planFor(page, inDays(2));
  await expect(page.getByText(/^The goal is out of reach with \d+ cards a day/)).toBeVisible();
  await expect(page.getByText(/^What you can reach: \d+% of the facts\.$/)).toBeVisible();
  await expect(page.getByText(/^At your pace, .* would be the first day with time enough\.$/)).toBeVisible();
  await expectAccessible(page);
});

test("a set is renamed, and deleted only when asked twice", async ({ page }) => {
  await makeSet(page, "Places", ["Places"]);
  await page.getByRole("link", { name: "Edit" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Places and sites");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Places and sites" })).toBeVisible();
  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Keep it" }).click();
  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Delete the set" }).click();
  await expect(page.getByText("You have no set yet.")).toBeVisible();
  await expectAccessible(page);
});

test("a set without a name or without anything in it says what is missing", async ({ page }) => {
  await new Learner(page).begin();
  await page.goto("/sets/new");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Please give the set a name.")).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
  await page.getByLabel("Name", { exact: true }).fill("Nothing");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Choose a topic, a subject or one of those under More.")).toBeVisible();
});

test.describe("somebody else's set", () => {
  test.use({ expectedErrors: [/status of 404/] });

  test("is nowhere to be found", async ({ page, browser }) => {
    await makeSet(page, "Mine", ["Places"]);
    const other = await (await browser.newContext()).newPage();
    await new Learner(other).begin();
    await other.goto(page.url());
    await expect(other.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
    await other.context().close();
  });
});

test("the choice and the sets fit a small screen, with text twice as large as well", async ({ page }) => {
  await makeSet(page, "A set with quite a long name, as people give when they mean to find it again", ["Places"]);
  await planFor(page, inDays(40));
  await expect(page.getByText(/^Today:/)).toBeVisible();
  const here = page.url();
  for (const path of [here, "/sets", "/sets/new", "/study/choose", "/"]) {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
    await page.setViewportSize({ width: 640, height: 844 });
    await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(640);
  }
});
