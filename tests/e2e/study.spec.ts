import { Learner } from "./support/learner";
import type { Step } from "./support/learner";
import { expect, test } from "./support/test";

const mostSteps = 80;

test.describe("a first visit", () => {
  test("goes from the home page through right and wrong answers to the end of the day", async ({ page }) => {
    const learner = new Learner(page);
    await learner.begin();
    const steps: Step[] = [];
    while (steps.length < mostSteps && !(await learner.isOver().isVisible())) {
      const step = await learner.answer();
      steps.push(step);
      if (step.form === "flashcard") continue;
      const sources = page.getByRole("list", { name: "Sources" });
      await expect(sources.getByRole("listitem").first()).toBeVisible();
      await expect(page.getByText(/^Again in this session\.$|^Back tomorrow\.$|^Back in \d+ days\.$/)).toBeVisible();
      const stem = await learner.question().innerText();
      await learner.goOn().click();
      await expect(learner.question()).not.toHaveText(stem);
    }
    await expect(learner.isOver()).toBeVisible();
    expect(steps.some((step) => step.isRight)).toBe(true);
    expect(steps.some((step) => !step.isRight)).toBe(true);
    expect(steps.length).toBeGreaterThanOrEqual(10);
    await expect(page.getByRole("heading", { name: "Keep what you learnt" })).toBeVisible();
    await page.getByRole("link", { name: "Back to the start" }).click();
    await expect(page.getByRole("heading", { name: "Done for today" })).toBeVisible();
  });

  test("needs no mouse", async ({ page }) => {
    await page.goto("/");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: "Study now" })).toBeFocused();
    await page.keyboard.press("Enter");
    await page.waitForURL("/study");
    const learner = new Learner(page);
    await expect(learner.options().first()).toBeVisible();
    const stem = await learner.question().innerText();
    await page.keyboard.press("b");
    await expect(learner.goOn()).toBeFocused();
    await expect(page.getByTestId("verdict").getByText(/^(Right|Not quite)$/)).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(learner.question()).not.toHaveText(stem);
    await expect(learner.goOn()).toBeHidden();
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Keyboard" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("the first question is answered by touch and nothing is wider than the screen", async ({ page }) => {
    const learner = new Learner(page);
    await learner.begin();
    await learner.options().first().tap();
    await expect(learner.goOn()).toBeInViewport();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await learner.goOn().tap();
    await expect(learner.goOn()).toBeHidden();
  });
});

test.describe("nothing is counted twice", () => {
  test("a reload keeps the place", async ({ page }) => {
    const learner = new Learner(page);
    await learner.begin();
    const first = await learner.question().innerText();
    await page.reload();
    await expect(learner.question()).toHaveText(first);
    const { isRight } = await learner.answer();
    const left = isRight ? "9 left" : "10 left";
    await expect(page.getByText(left)).toBeVisible();
    await page.reload();
    await expect(learner.question()).not.toHaveText(first);
    await expect(page.getByText(left)).toBeVisible();
  });

  test("a double click answers once and goes on once", async ({ page }) => {
    const learner = new Learner(page);
    await learner.begin();
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith("/api/study/answers")) sent.push(request.postData() ?? "");
    });
    const first = await learner.question().innerText();
    await learner.options().first().dblclick();
    await learner.goOn().dblclick();
    await expect(learner.question()).not.toHaveText(first);
    await expect(learner.goOn()).toBeHidden();
    await expect(page.getByText("Saved")).toBeVisible();
    expect(sent).toHaveLength(1);
  });

  test("a second tab gets the same question, and its answer is not a second one", async ({ page, context }) => {
    const learner = new Learner(page);
    await learner.begin();
    const stem = await learner.question().innerText();
    const otherPage = await context.newPage();
    await otherPage.goto("/study");
    const other = new Learner(otherPage);
    await expect(other.question()).toHaveText(stem);
    const [mine, theirs] = [await learner.answer(), await other.answer()];
    expect(mine.form).toBe(theirs.form);
    await page.reload();
    await expect(page.getByText(mine.isRight ? "9 left" : "10 left")).toBeVisible();
  });
});

test.describe("without a network for a moment", () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/] });

  test("the answer waits on the device and is sent when the network is back", async ({ page, context }) => {
    const learner = new Learner(page);
    await learner.begin();
    await context.setOffline(true);
    await learner.options().first().click();
    await expect(page.getByText("One answer will be sent when you are back online")).toBeVisible();
    await context.setOffline(false);
    await expect(page.getByTestId("verdict")).toBeVisible();
    await expect(page.getByText("Saved")).toBeVisible();
  });

  test("an answer that waits outlives a reload", async ({ page, context }) => {
    const learner = new Learner(page);
    await learner.begin();
    const stem = await learner.question().innerText();
    // Only answers are lost, so that the page itself can be loaded again.
    await context.route("**/api/study/answers", (route) => route.abort("internetdisconnected"));
    await learner.options().first().click();
    await expect(page.getByText("One answer will be sent when you are back online")).toBeVisible();
    await context.unroute("**/api/study/answers");
    await page.reload();
    await expect(learner.question()).toHaveText(stem);
    await expect(page.getByTestId("verdict")).toBeVisible();
  });
});
