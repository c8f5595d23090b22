import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/expect-accessible";
import { allSaved, choices, heading, onQuestion, options, resultsPage, square, takingPage } from "./support/quiz";
import { expect, test } from "./support/test";
import { weighAnew } from "./support/weigh-scripts";

/** Of scripts, gzipped, until a question can be answered. */
const budget = 200;

/** Begins a quiz as a guest. */
async function begin(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await page.waitForURL(takingPage);
  await expect(page.getByText("Saved as you answer")).toBeVisible();
}

test("a whole quiz is taken by keys alone, and nothing in it is lost by a reload", async ({ page }) => {
  await begin(page, choices);
  await expect(heading(page)).toBeFocused();
  await page.keyboard.press("2");
  await expect(options(page).nth(1)).toBeChecked();
  await allSaved(page);
  await page.keyboard.press("n");
  await onQuestion(page, 2);
  await expect(heading(page)).toBeFocused();
  await page.keyboard.press("f");
  await page.keyboard.press("c");
  await page.keyboard.press("ArrowLeft");
  await onQuestion(page, 1);
  await expect(options(page).nth(1)).toBeChecked();
  await allSaved(page);
  await page.reload();
  await onQuestion(page, 3);
  await expect(square(page, "Question 1, answered")).toBeVisible();
  await expect(square(page, "Question 2, answered, flagged")).toBeVisible();
  await expectAccessible(page);
  for (const number of [3, 4, 5]) {
    await onQuestion(page, number);
    if (number !== 4) await page.keyboard.press("1");
    await page.keyboard.press("Enter");
  }
  const dialog = page.getByRole("dialog", { name: "Hand in the quiz?" });
  await expect(dialog).toContainText("One question is open.");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "To the first open question" }).press("Enter");
  await onQuestion(page, 4);
  await page.keyboard.press("2");
  await page.keyboard.press("n");
  await page.keyboard.press("n");
  await expect(dialog).toContainText("All questions are answered.");
  await dialog.getByRole("button", { name: "Hand in", exact: true }).press("Enter");
  await page.waitForURL(resultsPage);
  await expect(page.getByRole("heading", { level: 3 })).toHaveCount(5);
});

test.describe("without a network", () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/] });

  test("answers wait in the browser, in words, and are sent when it is back", async ({ page, context }) => {
    await begin(page, choices);
    await context.setOffline(true);
    await options(page).nth(2).check();
    await expect(page.getByText("Not saved yet: no connection (one answer waits)")).toBeVisible();
    await square(page, "Question 2, open").click();
    await options(page).nth(0).check();
    await expect(page.getByText("Not saved yet: no connection (2 answers wait)")).toBeVisible();
    await page.getByRole("button", { name: "Hand in" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("2 answers are not saved yet.");
    await dialog.getByRole("button", { name: "Keep working" }).click();
    await context.setOffline(false);
    await allSaved(page);
    await page.reload();
    await expect(square(page, "Question 1, answered")).toBeVisible();
    await square(page, "Question 2, answered").click();
    await expect(options(page).nth(0)).toBeChecked();
  });

  test("a quiz that is handed in is on its way until the network is back", async ({ page, context }) => {
    await begin(page, choices);
    await context.setOffline(true);
    await options(page).nth(2).check();
    await page.getByRole("button", { name: "Hand in" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Hand in", exact: true }).click();
    await expect(page.getByRole("alert").filter({ hasText: "There is no connection." })).toBeVisible();
    await expect(options(page).nth(2)).toBeDisabled();
    await context.setOffline(false);
    await page.waitForURL(resultsPage);
    await expect(page.getByText("4 left blank")).toBeVisible();
  });
});

test("of two tabs the newer one goes on, and the older one when it is told to", async ({ page, context }) => {
  await begin(page, choices);
  await options(page).nth(1).check();
  await allSaved(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await square(other, "Question 1, answered").click();
  const notice = page.getByText("This quiz is open in another tab or on another device.");
  await expect(notice).toBeVisible();
  await expect(options(page).nth(2)).toBeDisabled();
  await expectAccessible(page);
  await options(other).nth(0).check();
  await allSaved(other);
  await page.getByRole("button", { name: "Go on here" }).click();
  await expect(notice).toBeHidden();
  await expect(options(page).nth(0)).toBeChecked();
  await expect(other.getByText("This quiz is open in another tab or on another device.")).toBeVisible();
  await other.close();
});

test("questions with a time of their own follow each other, and the end comes by itself", async ({ page }) => {
  await begin(page, "/quiz?count=5&forms=multiple-choice&each=8");
  const goOn = page.getByRole("button", { name: "Go on", exact: true });
  await expect(page.getByRole("timer", { name: "Time left for this question" })).toBeVisible();
  await onQuestion(page, 1);
  await options(page).first().check();
  await goOn.click();
  await onQuestion(page, 2);
  await expect(page.getByRole("img", { name: "Question 1, locked" })).toBeVisible();
  await onQuestion(page, 3);
  await goOn.click();
  await onQuestion(page, 4);
  await goOn.click();
  await onQuestion(page, 5);
  await page.waitForURL(resultsPage);
  await expect(page.getByRole("heading", { level: 3 })).toHaveCount(5);
});

test("the time can be hidden, and ends the quiz whatever the clock on the wall says", async ({ page }) => {
  await page.clock.install();
  await page.clock.setSystemTime(new Date(Date.now() - 3_600_000));
  await begin(page, "/quiz?count=5&forms=short-answer&seconds=20");
  await page.clock.resume();
  await page.getByLabel(/^Your answer/).fill("Long March");
  await page.getByRole("button", { name: "Hide the time" }).click();
  await expect(page.getByRole("timer")).toBeHidden();
  await page.waitForURL(resultsPage);
  await expect(page.getByText("Your answer: Long March")).toBeVisible();
});

test(`a quiz begins with less than ${budget} kB of scripts, gzipped`, async ({ page }) => {
  await begin(page, choices);
  const kilobytes = await weighAnew(page, page.url());
  console.log(`${kilobytes.toFixed(1)} kB of scripts on /quiz/[attemptId], gzipped`);
  expect(kilobytes).toBeGreaterThan(0);
  expect(kilobytes).toBeLessThan(budget);
});
