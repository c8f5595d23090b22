import type { Page } from "@playwright/test";
import { gather, names, replaceSlip, type Cast } from "./support/class-joining";
import { personRow } from "./support/class-people";
import { expectAccessible } from "./support/expect-accessible";
import { panel, readCell, readDownload, readScreen, rowOf } from "./support/gradebook";
import { assignmentPage, giveQuiz } from "./support/given-quiz";
import { Learner } from "./support/learner";
import { allSaved, choose, handIn, resultsPage, square, takingPage } from "./support/quiz";
import { expect, test } from "./support/test";

const work = { goal: "Engines", quiz: "Rockets" } as const;
const main = (page: Page) => page.getByRole("main");

/** From the page of the class, with how many can reach it before it is given. */
async function giveGoal({ teacher, made }: Cast): Promise<string> {
  await teacher.goto(made.address);
  await teacher.getByRole("link", { name: "New assignment" }).click();
  await teacher.getByRole("radio", { name: /^Studying to a goal/ }).check();
  await teacher.getByRole("radio", { name: "Topics of your choice" }).check();
  await teacher.getByRole("checkbox", { name: /^Engines/ }).check();
  await teacher.getByLabel("Goal in per cent").fill("40");
  await teacher.getByLabel("Title").fill(work.goal);
  await teacher.getByRole("button", { name: "How many can reach it?" }).click();
  await expect(teacher.getByLabel("Goal in per cent")).toHaveAccessibleDescription(/A whole number from 50 to 95/);
  await expect(teacher.getByLabel("Goal in per cent")).toBeFocused();
  await teacher.getByLabel("Goal in per cent").fill("60");
  await teacher.getByRole("button", { name: "How many can reach it?" }).click();
  await expect(teacher.getByText(/^Reachable for [0-5] of 5 with the time/)).toBeVisible();
  await expectAccessible(teacher, "the form");
  await teacher.getByRole("button", { name: "Give to the class" }).click();
  await teacher.waitForURL(assignmentPage);
  await expect(teacher.getByRole("row", { name: new RegExp(`^${names.guest}`) })).toContainText("0 of");
  return new URL(teacher.url()).pathname;
}

async function study(page: Page): Promise<void> {
  await page.goto("/classes");
  await page.getByRole("link", { name: new RegExp(`^${work.goal}`) }).click();
  await page.waitForURL(assignmentPage);
  await page.getByRole("link", { name: "Study now" }).click();
  await page.waitForURL(/\/study\?what=assignment/);
  const learner = new Learner(page);
  for (const isLast of [false, true]) {
    const { form } = await learner.answer();
    if (isLast) break;
    if (form !== "flashcard") await learner.goOn().click();
    await learner.expectNext();
  }
  await learner.quiet();
}

/** Begins by what stands on the first page. */
async function beginQuiz(page: Page, assignment: string, count: number): Promise<void> {
  await page.goto("/");
  await page.getByRole("region", { name: "From your classes" }).getByRole("link", { name: new RegExp(`^${work.quiz}`) }).click();
  await page.waitForURL(assignmentPage);
  await expect(page.getByText("One attempt left.")).toBeVisible();
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await page.waitForURL(takingPage);
  await expect(main(page).getByRole("link", { name: work.quiz })).toHaveAttribute("href", assignment);
  for (let number = 1; number <= count; number++) await choose(page, number, number % 3);
  await allSaved(page);
}

/** Seconds that the page shows. */
async function shownTime(page: Page): Promise<number> {
  const [minutes, seconds] = (await page.getByRole("timer").innerText()).split(":").map(Number);
  return minutes! * 60 + seconds!;
}

/** By the keyboard alone, in another tab than the one with the live look. */
async function giveTime(people: Page, { made }: Cast): Promise<void> {
  await people.goto(`${made.address}/people`);
  const more = people.getByRole("button", { name: `Change: ${names.slip}` });
  await more.press("Enter");
  await people.getByText("Extra time and attempts", { exact: true }).press("Enter");
  await people.keyboard.press("Tab");
  await expect(people.getByLabel("Time limits in this class")).toBeFocused();
  await people.keyboard.type("Twice");
  await people.keyboard.press("Tab");
  await people.keyboard.type("500");
  await people.keyboard.press("Enter");
  const minutes = people.getByLabel("Extra minutes in each quiz");
  await expect(minutes).toHaveAccessibleDescription("Please give a whole number from 0 to 120.");
  await expect(minutes).toBeFocused();
  await minutes.fill("5");
  await people.keyboard.press("Enter");
  await expect(people.getByText("Saved. It holds from now on.")).toBeVisible();
  await expectAccessible(people, "extra time");
  await people.keyboard.press("Escape");
  await expect(more).toBeFocused();
  await people.reload();
  await expect(personRow(people, names.slip)).toContainText(/mia\.chen\d*.*extra time or attempts|extra time or attempts.*mia\.chen/);
  await expect(personRow(people, names.guest)).toContainText("guest");
}

/** The pupil sees it without loading anything anew, as does the teacher; nobody else does. */
async function lengthen(cast: Cast): Promise<void> {
  const { teacher, slip, guest } = cast;
  const before = { slip: await shownTime(slip), guest: await shownTime(guest) };
  await slip.evaluate(() => Object.assign(window, { isSamePage: true }));
  const people = await teacher.context().newPage();
  await giveTime(people, cast);
  await people.close();
  await slip.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect.poll(() => shownTime(slip)).toBeGreaterThan(before.slip + 300);
  expect(await slip.evaluate(() => "isSamePage" in window)).toBe(true);
  expect(await shownTime(guest)).toBeLessThanOrEqual(before.guest);
  expect(await slip.content()).not.toContain("timeMultiplier");
}

/** Goes on by the page of the work, as somebody who closed the quiz by mistake. Gives the share that they are told. */
async function goOnAndHandIn(page: Page, assignment: string): Promise<string> {
  await page.goto(assignment);
  await page.getByRole("link", { name: "Go on with the quiz" }).click();
  await page.waitForURL(takingPage);
  await expect(square(page, "Question 1, answered")).toBeVisible();
  await handIn(page);
  await main(page).getByRole("link", { name: work.quiz }).click();
  await page.waitForURL(assignmentPage);
  await expect(page.getByText("No attempt is left.")).toBeVisible();
  const attempt = page.getByRole("link", { name: /^Attempt 1/ });
  await expect(attempt).toHaveAttribute("href", resultsPage);
  return readCell(await attempt.innerText())[0]!;
}

async function checkGradebook({ teacher, made }: Cast, shares: Record<string, string>): Promise<void> {
  await teacher.goto(`${made.address}/gradebook`);
  const shown = await readScreen(teacher);
  expect(shown).toHaveLength(5);
  expect(await readDownload(teacher)).toEqual(shown);
  // Name and average come first, and then what was given last.
  expect(Object.fromEntries(shown.map(([name, , share]) => [name, share]))).toEqual({ ...shares, [names.lost]: "" });
  expect(shown.map(([, , , quiz, , goal]) => [goal, quiz])).toEqual(shown.map(([name]) => (name === names.lost ? ["Not begun", "Not begun"] : ["Under way", "Done"])));
}

async function override({ teacher, made }: Cast): Promise<void> {
  const cell = rowOf(teacher, names.slip).getByRole("button").first();
  const open = panel(teacher, names.slip, work.quiz);
  await cell.click();
  await open.getByLabel("Score in per cent").fill("95");
  await open.getByLabel("Note").fill("Told me the rest in class.");
  await open.getByRole("button", { name: "Save score" }).click();
  await expect(open.getByText("Saved.")).toBeVisible();
  await teacher.reload();
  await expect(cell).toContainText("score by a teacher");
  await expect(cell).toContainText("with a note");
  await expect(rowOf(teacher, names.slip).getByRole("cell").first()).toHaveText("95 %");
  expect(await readDownload(teacher)).toEqual(await readScreen(teacher));
  await teacher.getByRole("link", { name: "Changes" }).click();
  await expect(main(teacher).getByText(`Teacher set a score: ${names.slip}: ${work.quiz}`)).toBeVisible();
  await expect(main(teacher).getByText(`Teacher changed the extra time of ${names.slip}`)).toBeVisible();
  await expectAccessible(teacher, "the log");
  await teacher.goto(made.address);
  await expect(teacher.getByRole("link", { name: new RegExp(`^${work.quiz}.*4 done`) })).toBeVisible();
  await expectAccessible(teacher, "the class");
}

test("a teacher’s week: a class is made and joined in four ways, studies and takes a quiz, and each of it stands in the gradebook", async ({ page, browser }) => {
  test.slow();
  const cast = await test.step("a class is made, and joined by code, slip, link, and after signing up on the way", () => gather(browser, page));
  const pupils = Object.entries({ [names.guest]: cast.guest, [names.slip]: cast.slip, [names.member]: cast.member, [names.newcomer]: cast.newcomer });
  const now = page.getByRole("region", { name: "Now", exact: true });
  await test.step("work to study is given, and studied", async () => {
    const goal = await giveGoal(cast);
    await Promise.all(pupils.map(([, pupil]) => study(pupil)));
    await page.goto(goal);
    for (const [name] of pupils) await expect(page.getByRole("row", { name: new RegExp(`^${name}`) })).toContainText(/[12] of/);
  });
  const quiz = await test.step("a quiz is given, and begun by all", async () => {
    const address = await giveQuiz(page, cast.made.address, work.quiz);
    await expect(now.getByText("0 under way, 5 not begun, 0 handed in")).toBeVisible();
    await expectAccessible(page, "the teacher’s page");
    await Promise.all(pupils.map(([, pupil], i) => beginQuiz(pupil, address, i + 2)));
    await expect(now.getByText("4 under way, 1 not begun, 0 handed in")).toBeVisible();
    return address;
  });
  await test.step("one pupil is given more time in the middle of it", () => lengthen(cast));
  const shares = await test.step("all hand in, and the teacher sees it", async () => {
    const told = await Promise.all(pupils.map(async ([name, pupil]) => [name, await goOnAndHandIn(pupil, quiz)] as const));
    await expect(now.getByText("0 under way, 1 not begun, 4 handed in")).toBeVisible();
    await cast.guest.goto("/");
    await expect(cast.guest.getByRole("link", { name: new RegExp(`^${work.quiz}`) })).toBeHidden();
    return Object.fromEntries(told);
  });
  await test.step("how the questions did", async () => {
    await page.reload();
    await expect(page.getByText("5 pupils · 1 not begun · 4 done")).toBeVisible();
    await page.getByRole("link", { name: "How the questions did" }).click();
    await expect(page.getByText("4 attempts at 5 questions.")).toBeVisible();
    await expect(page.getByRole("region", { name: "Questions" }).locator("summary")).toHaveCount(5);
  });
  await test.step("the gradebook, its file and what each pupil was told agree", () => checkGradebook(cast, shares));
  await test.step("a score is set with a note, and is in the log", () => override(cast));
  await test.step("a lost slip is written anew", () => replaceSlip(browser, cast));
});
