import type { Page } from "@playwright/test";
import { joinAs, makeClass } from "./support/class-people";
import { expectAccessible } from "./support/expect-accessible";
import { assignmentPage, chooseForms, giveQuiz } from "./support/given-quiz";
import { handIn, options, resultsPage, takingPage } from "./support/quiz";
import { expect, test } from "./support/test";

const main = (page: Page) => page.getByRole("main");

test.describe("for some only", () => {
  test.use({ expectedErrors: [/status of 404/] });

  test("a pupil whom it is not for finds neither the work nor its page", async ({ page, browser }) => {
    const made = await makeClass(page, "Year 9");
    const [chosen, other] = [await joinAs(browser, made, "Chosen one"), await joinAs(browser, made, "Other one")];
    await page.goto(`${made.address}/assignments/new`);
    await page.getByLabel("Title").fill("For one");
    await page.getByRole("radio", { name: "Pupils of your choice" }).check();
    await page.getByRole("button", { name: "Save as draft" }).click();
    await expect(page.getByRole("group", { name: "For whom" }).getByText("Please choose at least one pupil.")).toBeVisible();
    await page.getByRole("checkbox", { name: "Chosen one" }).check();
    await page.getByRole("button", { name: "Save as draft" }).click();
    await page.waitForURL(assignmentPage);
    await expect(page.getByText("Draft: pupils do not see it.")).toBeVisible();
    const assignment = new URL(page.url()).pathname;
    expect((await chosen.goto(assignment))!.status()).toBe(404);
    await page.getByRole("button", { name: "Draw the questions" }).click();
    await expect(page.getByText("The class gets these.")).toBeVisible();
    await expectAccessible(page, "a draft with its questions");
    await page.getByRole("button", { name: "Give to the class" }).click();
    await expect(page.getByText("1 pupil · 1 not begun")).toBeVisible();
    expect((await chosen.goto(assignment))!.status()).toBe(200);
    expect((await other.goto(assignment))!.status()).toBe(404);
    expect((await other.goto(`${assignment}/edit`))!.status()).toBe(404);
    expect((await chosen.goto(`${assignment}/edit`))!.status()).toBe(404);
    await other.goto(made.address);
    await expect(other.getByText("Your teacher has given no work yet.")).toBeVisible();
  });
});

test("a change while pupils are at it is made once its consequences were seen", async ({ page, browser }) => {
  const made = await makeClass(page, "Year 9");
  const pupil = await joinAs(browser, made, "Pupil one");
  const assignment = await giveQuiz(page, made.address, "Rockets");
  await pupil.goto(assignment);
  await pupil.getByRole("button", { name: "Start", exact: true }).click();
  await pupil.waitForURL(takingPage);
  await page.goto(`${assignment}/edit`);
  await page.getByRole("radio", { name: "10", exact: true }).check({ force: true });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Pupils have begun" });
  await expect(dialog).toContainText("One pupil has begun with the former questions and keeps them.");
  await expectAccessible(page, "the consequences");
  await dialog.getByRole("button", { name: "Back to the form" }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await dialog.getByRole("button", { name: "Save all the same" }).click();
  await page.waitForURL(assignmentPage);
  await expect(page.getByRole("definition").filter({ hasText: /^10$/ })).toBeVisible();
  await pupil.goto(assignment);
  await pupil.getByRole("link", { name: "Go on with the quiz" }).click();
  await expect(pupil.getByRole("heading", { level: 1 })).toContainText("of 5");
});

test("answers that wait for the end are told neither on the results page nor by whom they were right, and it says when", async ({ page, browser }) => {
  const made = await makeClass(page, "Year 9");
  const pupil = await joinAs(browser, made, "Pupil one");
  await page.goto(`${made.address}/assignments/new`);
  await page.getByLabel("Title").fill("Kept");
  await page.getByRole("radio", { name: "5", exact: true }).check({ force: true });
  await page.getByRole("radio", { name: /^Once it is closed for all/ }).check();
  await chooseForms(page);
  await page.getByRole("button", { name: "Give to the class" }).click();
  await expect(page.getByLabel("Closes", { exact: true })).toHaveAccessibleDescription(/Please say when it closes/);
  await expect(page.getByLabel("Closes", { exact: true })).toBeFocused();
  await page.getByLabel("Closes", { exact: true }).fill("2098-05-12T18:00");
  await page.getByRole("button", { name: "Give to the class" }).click();
  await page.waitForURL(assignmentPage);
  await pupil.goto(new URL(page.url()).pathname);
  await pupil.getByRole("button", { name: "Start", exact: true }).click();
  await pupil.waitForURL(takingPage);
  await options(pupil).first().check();
  await expect(pupil.getByText("All answers saved")).toBeVisible();
  await handIn(pupil);
  await expect(pupil).toHaveURL(resultsPage);
  await expect(main(pupil)).toContainText("12 May 2098");
  await expect(pupil.getByRole("heading", { level: 3 })).toHaveCount(0);
  await expect(main(pupil).getByRole("link", { name: "Kept" })).toBeVisible();
});

test("the form is filled in by keys alone", async ({ page }) => {
  const { address } = await makeClass(page, "Year 9");
  await page.goto(`${address}/assignments/new`);
  await expect(page.getByRole("button", { name: "Give to the class" })).toBeEnabled();
  await page.getByLabel("Title").press("Enter");
  await expect(page.getByLabel("Title")).toBeFocused();
  await expect(page.getByLabel("Title")).toHaveAccessibleDescription(/Please give it a title/);
  await page.keyboard.type("By keys");
  await page.keyboard.press("Tab");
  await page.keyboard.type("No notes.");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("radio", { name: /^Quiz/ })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: /^Studying/ })).toBeChecked();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("radio", { name: "Everything" })).toBeFocused();
  await page.getByText("Attempts and order").press("Enter");
  await page.getByRole("radio", { name: "1", exact: true }).press("ArrowRight");
  await expect(page.getByRole("group", { name: "Which attempt counts" })).toBeVisible();
  await page.getByRole("button", { name: "Give to the class" }).press("Enter");
  await page.waitForURL(assignmentPage);
  await expect(page.getByRole("heading", { level: 1, name: "By keys" })).toBeVisible();
  await expect(page.getByText("2; the best counts")).toBeVisible();
});
