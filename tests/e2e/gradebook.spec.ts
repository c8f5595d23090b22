import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { expectAccessible } from "./support/expect-accessible";
import { panel, readDownload, readScreen, region, rowOf } from "./support/gradebook";
import { crowdedClass, gradedClasses, pupilAccount, pupilNames, quizOf, quizTitle } from "./support/graded-classes";
import { signIn } from "./support/sign-in";
import { expect, test } from "./support/test";

const [first, second, third] = pupilNames;

async function openGradebook(page: Page, query = ""): Promise<void> {
  await signIn(page, gradedClasses.scored.teacher);
  await page.goto(`/classes/${gradedClasses.scored.id}/gradebook${query}`);
  await expect(region(page)).toBeVisible();
}

test("a score is given with a note and taken back by keys alone, the averages follow, and the file says what the screen says", async ({ page }) => {
  test.slow();
  await openGradebook(page);
  await expectAccessible(page, "the gradebook");
  await expect(rowOf(page, first).getByRole("cell")).toContainText([/60 %/, /80 %/, /40 %/]);
  await expect(rowOf(page, third).getByRole("cell").nth(2)).toContainText("Missed");
  expect(await readDownload(page)).toEqual(await readScreen(page));

  await rowOf(page, first).getByRole("rowheader").getByRole("link").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await expect(rowOf(page, second).getByRole("button").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(panel(page, second, quizTitle).getByRole("heading")).toBeFocused();
  await panel(page, second, quizTitle).getByLabel("Score in per cent").fill("101");
  await page.keyboard.press("Enter");
  await expect(panel(page, second, quizTitle).getByText("Please give a whole number from 0 to 100.")).toBeVisible();
  await expectAccessible(page, "the open cell");
  await panel(page, second, quizTitle).getByLabel("Score in per cent").fill("90");
  await panel(page, second, quizTitle).getByLabel("Note").fill("Told me in class.");
  await panel(page, second, quizTitle).getByLabel("Score in per cent").press("Enter");
  await expect(panel(page, second, quizTitle).getByText("Saved.")).toBeVisible();
  await expect(rowOf(page, second).getByRole("cell").first()).toHaveText("85 %");
  await page.keyboard.press("Escape");
  await expect(panel(page, second, quizTitle)).toBeHidden();
  await expect(rowOf(page, second).getByRole("button").first()).toBeFocused();

  await page.reload();
  await expect(rowOf(page, second).getByRole("button").first()).toContainText("score by a teacher");
  expect(await readDownload(page)).toEqual(await readScreen(page));
  await page.goto(`/classes/${gradedClasses.scored.id}/changes`);
  await expect(page.getByText(`${second}: ${quizTitle}`).first()).toBeVisible();

  await page.goto(`/classes/${gradedClasses.scored.id}/gradebook`);
  await rowOf(page, third).getByRole("button").nth(1).click();
  const excused = panel(page, third, "Sites");
  await excused.getByRole("button", { name: "Excuse", exact: true }).click();
  await expect(excused.getByText("Excused: this work is left out of the average.")).toBeVisible();
  await expect(rowOf(page, third).getByRole("cell").first()).toHaveText("–");
  await excused.getByRole("button", { name: "Take the excuse back" }).click();
  await expect(excused.getByLabel("Score in per cent")).toBeVisible();
  await expect(rowOf(page, third).getByRole("cell").first()).toHaveText("0 %");
});

test("one assignment is shown on a phone, without scrolling sideways, in the order and choice of the address", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openGradebook(page, `?work=${quizOf("scored", "closed")}&sort=average&order=down`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await region(page).evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
  expect((await readScreen(page)).at(-1)![0]).toBe(third);
  await page.getByLabel("Status").selectOption("Missed");
  await page.getByRole("button", { name: "Show" }).click();
  await page.waitForURL(/status=missed/);
  await expect(region(page).getByRole("rowheader", { name: first, exact: true })).toBeHidden();
  expect(await readDownload(page)).toEqual(await readScreen(page));
  expect(new URL(page.url()).searchParams.get("sort")).toBe("average");
});

test("of a large class every pupil is there, former ones too, also those whom the server did not draw", async ({ page }) => {
  const { id, teacher, pupils, nameOf } = crowdedClass;
  await signIn(page, teacher);
  const sent = await (await page.request.get(`/classes/${id}/gradebook?former=shown`)).text();
  expect(sent.match(/<th scope="row"/g)!.length).toBeLessThan(pupils);
  await page.goto(`/classes/${id}/gradebook?former=shown`);
  await expect(region(page).getByRole("rowheader", { name: /^Pupil/ })).toHaveCount(pupils);
  await expect(region(page).getByRole("rowheader", { name: nameOf(pupils - 1) })).toBeVisible();
});

test("a pupil finds no gradebook", async ({ page }) => {
  await signIn(page, pupilAccount(2));
  const { id } = gradedClasses.live;
  expect((await page.request.get(`/classes/${id}/gradebook`)).status()).toBe(404);
  expect((await page.request.get(`/classes/${id}/gradebook.csv`)).status()).toBe(403);
  expect((await page.request.get(`/api/classes/assignments/${quizOf("live")}/live`)).status()).toBe(403);
});

async function asPupil(browser: Browser, baseURL: string | undefined, index: number): Promise<Page> {
  const page = await (await browser.newContext({ baseURL })).newPage();
  await signIn(page, pupilAccount(index));
  return page;
}

test.describe("while a quiz is taken", () => {
  // The lost connection is brought about.
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/] });

  test("a teacher sees who begins, without reloading, also after the connection was lost", async ({ page, browser, baseURL, context }) => {
    test.slow();
    await signIn(page, gradedClasses.live.teacher);
    await page.goto(`/classes/${gradedClasses.live.id}/assignments/${quizOf("live")}`);
    const now = page.getByRole("region", { name: "Now", exact: true });
    await expect(now.getByText("0 under way, 3 not begun, 0 handed in")).toBeVisible();
    const begin = async (index: number) => {
      const pupil = await asPupil(browser, baseURL, index);
      const started = await pupil.request.post(`/api/quiz/assignments/${quizOf("live")}/attempts`, { data: { attemptId: randomUUID() } });
      expect(started.status()).toBe(200);
      await pupil.context().close();
    };
    await begin(0);
    await expect(now.getByRole("status")).toHaveText(`${first} has begun.`);
    await expect(now.getByRole("row").filter({ hasText: first })).toContainText(/Under way.*0 of 5.*9:\d\d/);
    await context.setOffline(true);
    await expect(now.getByRole("alert")).toContainText("The connection is lost.");
    await begin(1);
    await context.setOffline(false);
    await expect(now.getByText("2 under way, 1 not begun, 0 handed in")).toBeVisible();
    await expect(now.getByRole("alert")).toBeHidden();
    await expectAccessible(page, "the live look");
  });
});
