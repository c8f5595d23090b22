import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import type { RunningQuiz } from "@/lib/quiz/exchange";
import { expectAccessible } from "./support/expect-accessible";
import { takingPage } from "./support/quiz";
import { expect, test } from "./support/test";

const start = (page: Page) => page.getByRole("button", { name: "Start", exact: true });
const stems = (page: Page) => page.getByRole("heading", { level: 3 });
const partLink = (page: Page, name: RegExp) => page.getByRole("navigation", { name: "Which questions are shown" }).getByRole("link", { name });

/** Begins the quiz that is set up, and waits until its page has taken the attempt, which would otherwise be taken from whoever answers for it. */
async function beginAsSetUp(page: Page): Promise<string> {
  const taken = page.waitForResponse((response) => response.url().endsWith("/lease"));
  await start(page).click();
  await page.waitForURL(takingPage);
  await taken;
  return new URL(page.url()).pathname;
}

async function begin(page: Page, address: string): Promise<string> {
  await page.goto(address);
  return beginAsSetUp(page);
}

type Given = { text: string | null; isFlagged?: boolean };

/** Answers and hands in as the page of the quiz does, which has tests of its own; one text for each question, null for a blank. */
async function answerAll(page: Page, path: string, answers: readonly Given[]): Promise<void> {
  const [leaseId, api] = [randomUUID(), `/api${path.replace("/quiz/", "/quiz/attempts/")}`];
  const running = (await (await page.request.post(`${api}/lease`, { data: { leaseId } })).json()) as RunningQuiz;
  expect(running.questions).toHaveLength(answers.length);
  for (const [position, { text, isFlagged = false }] of answers.entries()) {
    if (text === null && !isFlagged) continue;
    const sequence = running.answers[position]!.sequence + 1;
    const save = { leaseId, position, sequence, response: text === null ? null : { kind: "typed", text }, certainty: null, isFlagged, isFinal: false, elapsedMs: 4200 };
    expect((await page.request.post(`${api}/saves`, { data: save })).status(), `question ${position + 1}`).toBe(200);
  }
  const submitted = await page.request.post(`${api}/submit`, { data: { leaseId } });
  expect(submitted.status(), await submitted.text()).toBe(200);
}

const typedQuiz = "/quiz?count=6&forms=short-answer&minutes=20";
const wrong = "something else altogether";

/** Four wrong answers, one of them flagged, and two blanks. */
const mixedAnswers: Given[] = [{ text: wrong }, { text: wrong, isFlagged: true }, { text: null }, { text: wrong }, { text: null }, { text: wrong }];

async function finishMixed(page: Page): Promise<string> {
  const path = await begin(page, typedQuiz);
  await answerAll(page, path, mixedAnswers);
  await page.goto(`${path}/results`);
  await expect(page.getByRole("heading", { level: 1, name: "Everything" })).toBeVisible();
  return path;
}

test("a guest begins the usual quiz with one press; a second press at once begins no other", async ({ page }) => {
  await page.goto("/quiz");
  await expectAccessible(page);
  await start(page).dblclick();
  await page.waitForURL(takingPage);
  const attempt = page.url();
  await page.goto("/quiz");
  const unfinished = page.getByRole("region", { name: "Not handed in yet" });
  await expect(unfinished.getByRole("listitem")).toHaveText([/Everything.*0 of 10 answered · (9|10) minutes left/]);
  await expectAccessible(page);
  await unfinished.getByRole("link", { name: "Go on with Everything" }).click();
  await expect(page).toHaveURL(attempt);
});

test("the choices are made, mended and begun by keys alone", async ({ page }) => {
  await page.goto("/quiz");
  await page.getByRole("radio", { name: "Everything" }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: "Topics of your choice" })).toBeChecked();
  await page.getByRole("radio", { name: "10", exact: true }).focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Tab");
  await page.keyboard.type("3");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Choose at least one topic.")).toBeVisible();
  await expect(page.getByText("A number from 5 to 60.")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: /^Academies and companies/ })).toBeFocused();
  await page.getByText("More choices").press("Enter");
  await expectAccessible(page);
  await page.getByRole("checkbox", { name: /^Astronauts/ }).press("Space");
  await page.getByLabel("Questions", { exact: true }).fill("7");
  await expect(page.getByLabel("Minutes")).toHaveValue("7");
  await page.getByRole("radio", { name: /^By how sure you are/ }).press("Space");
  await start(page).press("Enter");
  await page.waitForURL(takingPage);
  await page.goto("/quiz");
  await expect(page.getByRole("region", { name: "Not handed in yet" })).toContainText("Astronauts0 of 7 answered");
});

test("an address chooses, and what it names that is not there is left as usual", async ({ page }) => {
  await page.goto("/quiz?topics=engines,people&count=17&each=45&marking=negative&lock=yes");
  await expect(page.getByRole("checkbox", { name: /^Engines/ })).toBeChecked();
  await expect(page.getByLabel("Questions", { exact: true })).toHaveValue("17");
  await expect(page.getByLabel("Seconds")).toHaveValue("45");
  await expect(page.getByRole("radio", { name: /^Guessing brings nothing/ })).toBeChecked();
  await expect(page.getByRole("radio", { name: /^Not at all/ })).toBeChecked();
  await page.goto("/quiz?set=7d5a1a52-6f0a-4c64-9a39-2f4be4c0d001&count=many");
  await expect(page.getByRole("radio", { name: "Everything" })).toBeChecked();
  await expect(page.getByRole("radio", { name: "10", exact: true })).toBeChecked();
});

test("the results tell points, time and each answer, by parts on the screen and whole on paper", async ({ page }) => {
  await finishMixed(page);
  await expect(page.getByText(/^4 not right · 2 left blank$/)).toBeVisible();
  await expect(page.getByText(/^Handed in on /)).toBeVisible();
  await expect(stems(page)).toHaveCount(6);
  await expect(page.getByText(`Your answer: ${wrong}`)).toHaveCount(4);
  await expect(page.getByText(/^The answer is /)).toHaveCount(6);
  await expectAccessible(page);
  await partLink(page, /^Flagged 1$/).press("Enter");
  await expect(stems(page).and(page.locator(":visible"))).toHaveCount(1);
  await partLink(page, /^Blank 2$/).press("Enter");
  await expect(page.getByText("Left blank", { exact: true }).and(page.locator(":visible"))).toHaveCount(2);
  await partLink(page, /^All 6$/).press("Enter");
  await expect(stems(page).and(page.locator(":visible"))).toHaveCount(6);
  await partLink(page, /^Blank 2$/).press("Enter");
  await expect(stems(page).and(page.locator(":visible"))).toHaveCount(2);
  await page.emulateMedia({ media: "print" });
  await expect(stems(page).and(page.locator(":visible"))).toHaveCount(6);
  await expect(page.getByRole("navigation", { name: "Main" })).toBeHidden();
  await expect(page.getByRole("link", { name: "Practise the mistakes" })).toBeHidden();
});

test("the mistakes are practised, and they alone", async ({ page }) => {
  await finishMixed(page);
  await partLink(page, /^Mistakes 4$/).click();
  await expect(page).toHaveURL(/\?show=mistakes$/);
  const links = page.getByRole("link", { name: /^How well you know it/ }).and(page.locator(":visible"));
  await expect(links).toHaveCount(4);
  const factIds = (await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")!))).map((href) => href.replace("/progress/facts/", ""));
  await page.getByRole("link", { name: "Practise the mistakes" }).click();
  await page.waitForURL(/\/study\?/);
  const asked = new URL(page.url()).searchParams;
  expect([asked.get("what"), asked.get("how")]).toEqual([`facts:${factIds.join(",")}`, "learn"]);
  await expect(page.getByText(/^\d left$/)).toBeVisible();
});

test("a second quiz like the first is compared with it, and both can be looked up again", async ({ page }) => {
  await finishMixed(page);
  await page.getByRole("link", { name: "Another quiz like this" }).click();
  await expect(page.getByLabel("Minutes")).toHaveValue("20");
  const path = await beginAsSetUp(page);
  await answerAll(page, path, mixedAnswers.map(() => ({ text: null })));
  await page.goto(`${path}/results`);
  await expect(page.getByRole("figure", { name: "Compared with before" })).toContainText("0% of the points this time, 0% the time before.");
  await expectAccessible(page);
  await page.goto("/quiz");
  await expect(page.getByRole("region", { name: "Earlier quizzes" }).getByRole("link")).toHaveText([/^Everything/, /^Everything0 of 6 points/]);
});

test("both pages fit a small screen, with text twice as large as well", async ({ page }) => {
  const path = await finishMixed(page);
  for (const address of ["/quiz?topics=engines&each=30&marking=certainty", `${path}/results`]) {
    for (const [width, size] of [[390, "100%"], [640, "200%"]] as const) {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(address);
      await page.evaluate((fontSize) => (document.documentElement.style.fontSize = fontSize), size);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${address} at ${size}`).toBeLessThanOrEqual(width);
    }
  }
});

test.describe("results that are not there", () => {
  test.use({ expectedErrors: [/status of 404/] });

  test("of a quiz under way lead back to it, and are nobody else's", async ({ page, browser }) => {
    const path = await begin(page, "/quiz?count=5");
    await page.goto(`${path}/results`);
    await expect(page).toHaveURL(path);
    const other = await (await browser.newContext()).newPage();
    await begin(other, "/quiz?count=5");
    for (const address of [`${path}/results`, "/quiz/nothing/results"]) {
      await other.goto(address);
      await expect(other.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
    }
    await other.context().close();
  });
});
