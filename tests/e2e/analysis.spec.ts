import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { analysedClass, analysedName } from "./support/analysed-class";
import { expectAccessible } from "./support/expect-accessible";
import { gradedClasses, pupilAccount, quizOf } from "./support/graded-classes";
import { signIn } from "./support/sign-in";
import { expect, test } from "./support/test";

const { id, teacher, quiz, quizTitle, pupils } = analysedClass;

// One after the other: the last one changes what the others look at.
test.describe.configure({ mode: "default" });

const isWithoutSideways = async (page: Page) => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(page.viewportSize()!.width);

test("the question with a wrong key stands first among what needs a look, and opens in place by keys", async ({ page }) => {
  await signIn(page, teacher);
  await page.goto(`/classes/${id}/assignments/${quiz}/analysis`);
  await expect(page.getByText(`${pupils} attempts at 5 questions.`)).toBeVisible();
  await expectAccessible(page, "the analysis of a quiz");
  await page.getByRole("link", { name: "What needs a look first" }).click();
  await page.waitForURL(/order=pressing/);
  const first = page.getByRole("region", { name: "Questions" }).getByRole("listitem").first();
  await expect(first.getByText("Check the answer")).toBeVisible();
  await first.locator("summary").focus();
  await page.keyboard.press("Enter");
  await expect(first.getByText(/^Pupils who chose “.+” did better elsewhere/)).toBeVisible();
  await expect(first.getByRole("table").getByRole("row")).not.toHaveCount(0);
  await expectAccessible(page, "an open question");
});

test("the analysis, what the class knows and a pupil's page fit on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, teacher);
  for (const path of [`/assignments/${quiz}/analysis`, "/knows", "/gradebook"]) {
    await page.goto(`/classes/${id}${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await isWithoutSideways(page);
  }
  await page.getByRole("link", { name: analysedName(0) }).click();
  await expect(page.getByRole("heading", { level: 1, name: analysedName(0) })).toBeVisible();
  await isWithoutSideways(page);
  await page.getByRole("link", { name: /^Attempt 1/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: `${quizTitle}: attempt 1` })).toBeVisible();
  await isWithoutSideways(page);
});

test("what the class has wrong becomes a set at one press, which can be given to the class", async ({ page }) => {
  await signIn(page, teacher);
  await page.goto(`/classes/${id}/knows`);
  await expect(page.getByRole("region", { name: "Most often wrong in quizzes" }).getByText(new RegExp(`of ${pupils} had it wrong`)).first()).toBeVisible();
  await expectAccessible(page, "what a class knows");
  await page.getByRole("button", { name: "Make a set of these facts" }).click();
  await expect(page.getByText("The set is made.")).toBeVisible();
  await page.getByRole("link", { name: "Give it to the class" }).click();
  await page.waitForURL(/assignments\/new\?set=/);
});

test("a pupil's page opens an attempt, and its file says what was answered", async ({ page }) => {
  await signIn(page, teacher);
  await page.goto(`/classes/${id}/gradebook`);
  await page.getByRole("link", { name: analysedName(1), exact: true }).click();
  await expect(page.getByRole("heading", { name: quizTitle })).toBeVisible();
  await expectAccessible(page, "a pupil's page");
  const started = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download all answers as CSV" }).click();
  const text = await readFile(await (await started).path(), "utf8");
  expect(text.trimEnd().split("\r\n")).toHaveLength(6);
  await page.getByRole("link", { name: /^Attempt 1/ }).click();
  await expect(page.getByRole("article")).toHaveCount(5);
  await expectAccessible(page, "a pupil's attempt");
});

test("a pupil finds none of these pages", async ({ page }) => {
  await signIn(page, pupilAccount(1));
  const { id: classId } = gradedClasses.live;
  for (const path of [`/assignments/${quizOf("live")}/analysis`, "/knows"]) expect((await page.request.get(`/classes/${classId}${path}`)).status()).toBe(404);
  expect((await page.request.get(`/classes/${id}/people/${classId}`)).status()).toBe(404);
  expect((await page.request.get(`/classes/${id}/people/${classId}/answers.csv`)).status()).toBe(404);
});

test("a question is left out of the marks once it is said what that means, which the log tells, and counts again", async ({ page }) => {
  await signIn(page, teacher);
  await page.goto(`/classes/${id}/assignments/${quiz}/analysis`);
  const first = page.getByRole("region", { name: "Questions" }).getByRole("listitem").first();
  const line = first.locator("summary");
  await line.click();
  await first.getByRole("button", { name: /^Leave it out of the marks/ }).click();
  const dialog = page.getByRole("dialog", { name: "Leave question 1 out of the marks" });
  await expect(dialog.getByText(/^\d+ pupils’ marks change: /)).toBeVisible();
  await expectAccessible(page, "what leaving a question out means");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(line.getByText("Left out of the marks")).toHaveCount(0);
  await first.getByRole("button", { name: /^Leave it out/ }).click();
  await dialog.getByRole("button", { name: "Leave it out" }).click();
  await expect(line.getByText("Left out of the marks")).toBeVisible();
  await expect(page.getByText(`${pupils} attempts at 4 questions.`)).toBeVisible();
  await page.goto(`/classes/${id}/changes`);
  await expect(page.getByText(`left a question out of the marks of ${quizTitle}: `)).toBeVisible();
  await page.goto(`/classes/${id}/assignments/${quiz}/analysis`);
  await line.click();
  await first.getByRole("button", { name: /^Let it count again/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Let it count" }).click();
  await expect(page.getByText(`${pupils} attempts at 5 questions.`)).toBeVisible();
});
