import type { Page } from "@playwright/test";
import { allSaved, apiOf, beginQuiz, choices, choose, chosenLines, expectTimeWentOn, handIn, resultsPage, timeLeft, type TimeLeft } from "./support/quiz";
import { expect, test } from "./support/test";

const hourMs = 3_600_000;

/** The page shows what the server says is left. */
async function expectTimer(page: Page): Promise<void> {
  const offBy = async () => {
    const [shown, { leftMs }] = [await page.getByRole("timer").innerText(), await timeLeft(page)];
    const [minutes, seconds] = shown.split(":").map(Number);
    return Math.abs((minutes! * 60 + seconds!) * 1000 - leftMs);
  };
  await expect.poll(offBy).toBeLessThan(3000);
}

test("a clock that is set an hour forward and back neither gives time nor takes it, and loses nothing", async ({ page }) => {
  await page.clock.install();
  await beginQuiz(page, choices);
  const before: TimeLeft = await timeLeft(page);
  for (const [question, aheadMs] of [[1, hourMs], [2, -hourMs]] as const) {
    await page.clock.setSystemTime(Date.now() + aheadMs);
    expect(Math.abs((await page.evaluate(() => Date.now())) - Date.now() - aheadMs)).toBeLessThan(60_000);
    await expectTimer(page);
    await choose(page, question, 1);
    await allSaved(page);
    await page.reload();
    await expect(page.getByRole("timer")).toBeVisible();
    await expectTimer(page);
    expectTimeWentOn(before, await timeLeft(page));
    await choose(page, question, 1);
  }
  await handIn(page);
  await expect(chosenLines(page)).toHaveCount(2);
  await expect(page.getByText(`Handed in on ${new Intl.DateTimeFormat("en-GB", { dateStyle: "long" }).format(new Date())}`)).toBeVisible();
});

/** The answers in the learner's log. */
async function logged(page: Page): Promise<number> {
  const text = await (await page.request.get("/api/progress/export?format=jsonl")).text();
  return text.split("\n").filter(Boolean).length;
}

test("handed in several times at once, a quiz is graded once and each answer logged once", async ({ page }) => {
  const leaseId = await beginQuiz(page, choices);
  for (const number of [1, 2, 3]) await choose(page, number, number % 2);
  await allSaved(page);
  const api = apiOf(page);
  const submit = async () => {
    const reply = await page.request.post(`${api}/submit`, { data: { leaseId } });
    return [reply.status(), await reply.json()] as const;
  };
  await page.getByRole("button", { name: "Hand in", exact: true }).click();
  const pressed = page.getByRole("dialog").getByRole("button", { name: "Hand in", exact: true }).dblclick();
  expect(await Promise.all([submit(), submit(), submit()])).toEqual(Array(3).fill([200, { state: "graded" }]));
  await pressed;
  await page.waitForURL(resultsPage);
  await expect(chosenLines(page)).toHaveCount(3);
  const results = await page.getByRole("article").first().innerText();
  expect(await submit()).toEqual([200, { state: "graded" }]);
  await page.reload();
  await expect(chosenLines(page)).toHaveCount(3);
  expect(await page.getByRole("article").first().innerText()).toBe(results);
  expect(await logged(page)).toBe(3);
});

test("two windows that hand in the same quiz hand in one", async ({ page, context }) => {
  await beginQuiz(page, choices);
  await choose(page, 1, 1);
  await allSaved(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await choose(other, 2, 2);
  await allSaved(other);
  await expect(page.getByRole("button", { name: "Hand in", exact: true })).toBeDisabled();
  await handIn(other);
  // The other window hears of the end as soon as it is looked at.
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await page.waitForURL(resultsPage);
  await expect(chosenLines(page)).toHaveCount(2);
  expect(await logged(page)).toBe(2);
  await other.close();
});
