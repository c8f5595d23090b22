import { dealCard } from "./support/dealt-card";
import { Learner } from "./support/learner";
import type { Step } from "./support/learner";
import { expect, test } from "./support/test";

const mostSteps = 80;

test.describe("a first visit", () => {
  test("goes from the home page through right and wrong answers to the end of the day", async ({ page }) => {
    test.slow();
    const learner = new Learner(page);
    await learner.begin();
    const steps: Step[] = [];
    while (steps.length < mostSteps && !(await learner.isOver().isVisible())) {
      const step = await learner.answer();
      steps.push(step);
      if (step.form === "flashcard") {
        await learner.expectNext();
        continue;
      }
      const sources = page.getByRole("list", { name: "Sources" });
      await expect(sources.getByRole("listitem").first()).toBeVisible();
      await expect(page.getByText(/^Again in this session\.$|^Back tomorrow\.$|^Back in \d+ days\.$/)).toBeVisible();
      await learner.goOn().click();
      await learner.expectNext();
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
    const forms = new Set<string>();
    for (let step = 0; step < 10; step++) {
      await expect(learner.question()).toBeVisible();
      forms.add(await learner.answerByKeyboard());
      await learner.expectNext();
    }
    expect(forms).toContain("choice");
    await learner.question().focus();
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Keyboard" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("the first question is answered by touch, nothing moves and nothing is wider than the screen", async ({ page }) => {
    const learner = new Learner(page);
    await learner.beginWithOptions();
    // On the page: a long verdict may scroll itself into view.
    const places = () => learner.options().evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect()).map(({ x, y, width, height }) => ({ x, y: y + window.scrollY, width, height })));
    const before = await places();
    await learner.options().first().tap();
    await expect(learner.goOn()).toBeInViewport();
    expect(await places(), "the verdict moves no option").toEqual(before);
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
    await expect(learner.question()).toHaveText(first, { useInnerText: true });
    await learner.answer();
    await expect(page.getByText("Saved")).toBeVisible();
    const left = await learner.left();
    await page.reload();
    await learner.expectNext();
    await expect.poll(() => learner.left()).toBe(left);
  });

  test("a double click answers once and goes on once", async ({ page }) => {
    const learner = new Learner(page);
    await learner.beginWithOptions();
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith("/api/study/answers")) sent.push(request.postData() ?? "");
    });
    await learner.options().first().dblclick();
    await learner.goOn().dblclick();
    await learner.expectNext();
    await expect(page.getByText("Saved")).toBeVisible();
    expect(sent).toHaveLength(1);
  });

  test("a second tab gets the same question, and its answer is not a second one", async ({ page, context }) => {
    const learner = new Learner(page);
    await learner.beginWithOptions();
    const stem = await learner.question().innerText();
    const otherPage = await context.newPage();
    await otherPage.goto("/study");
    const other = new Learner(otherPage);
    await expect(other.question()).toHaveText(stem, { useInnerText: true });
    // From now on it is on its own; had it begun while the answer was on its way, it would show that.
    await other.listensToKeys();
    const leftBefore = await learner.left();
    await learner.options().first().click();
    await expect(learner.goOn()).toBeVisible();
    const verdict = await page.getByTestId("verdict").innerText();
    await other.options().nth(1).click();
    await expect(otherPage.getByTestId("verdict")).toHaveText(verdict, { useInnerText: true });
    await page.reload();
    await expect.poll(() => learner.left()).toBe(verdict.startsWith("Right") ? leftBefore - 1 : leftBefore);
  });
});

test("an answer that can be read two ways is asked again, and counts once", async ({ page }) => {
  const { stem, sent } = await dealCard(page, "typed");
  const learner = new Learner(page);
  await learner.begin();
  await learner.answerUntil(stem);
  const field = page.getByLabel("Your answer");
  await field.fill("10/11/2003");
  await field.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "Which number is the day and which is the month?" })).toBeVisible();
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("10/11/2003");
  await expect(page.getByTestId("verdict")).toBeHidden();
  await field.fill("15 October 2003");
  await field.press("Enter");
  await expect(page.getByTestId("verdict")).toContainText("Right");
  await expect(page.getByTestId("verdict")).toContainText("Back in 4 days.");
  expect(sent.map(({ text }) => text)).toEqual(["10/11/2003", "15 October 2003"]);
});

test("a flashcard says of each rating when the fact comes back", async ({ page }) => {
  const { stem } = await dealCard(page, "flashcard");
  const learner = new Learner(page);
  await learner.begin();
  await learner.answerUntil(stem);
  await page.getByRole("button", { name: "Show the answer" }).click();
  const ratings = page.getByRole("group", { name: "How well did you know it?" }).getByRole("button");
  await expect(ratings).toHaveText([/Again\s*today$/, /Hard\s*tomorrow$/, /Good\s*4 days$/, /Easy\s*15 days$/]);
});

test.describe("when the session has ended elsewhere", () => {
  test.use({ expectedErrors: [/status of 401/] });

  test("the answer is kept, and the page asks to sign in", async ({ page, context }) => {
    const learner = new Learner(page);
    await learner.beginWithOptions();
    await context.clearCookies();
    await learner.options().first().click();
    await expect(page.getByText("Your session has ended. Sign in to go on; answers on this device are kept.")).toBeVisible();
    await expect(page.getByText("One answer waits to be sent")).toBeVisible();
    await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  });
});

test("whoever asks for less motion gets next to none", async ({ page }) => {
  const durations = () => page.getByTestId("verdict").evaluate((verdict) => getComputedStyle(verdict.parentElement!).animationDuration);
  const learner = new Learner(page);
  await learner.beginWithOptions();
  await learner.options().first().click();
  await expect(page.getByTestId("verdict")).toBeVisible();
  expect(await durations()).toBe("0.16s");
  await page.emulateMedia({ reducedMotion: "reduce" });
  expect(Number.parseFloat(await durations())).toBeLessThanOrEqual(0.001);
});

test("forced colours leave every control its edge and every verdict its word", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  const learner = new Learner(page);
  await learner.beginWithOptions();
  await learner.options().first().click();
  await expect(page.getByTestId("verdict")).toBeVisible();
  await expect(learner.options().filter({ hasText: "the right answer" })).toHaveCount(1);
  for (const control of [learner.options().first(), learner.goOn()]) {
    const { width, colour, ground } = await control.evaluate((element) => {
      const style = getComputedStyle(element);
      return { width: style.borderTopWidth, colour: style.borderTopColor, ground: style.backgroundColor };
    });
    expect(width).toBe("1px");
    expect(colour).not.toBe(ground);
  }
});

test.describe("without a network for a moment", () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/] });

  test("the answer waits on the device and is sent when the network is back", async ({ page, context }) => {
    const learner = new Learner(page);
    await learner.beginWithOptions();
    await context.setOffline(true);
    await learner.options().first().click();
    await expect(page.getByText("One answer waits to be sent")).toBeVisible();
    await context.setOffline(false);
    await expect(page.getByTestId("verdict")).toBeVisible();
    await expect(page.getByText("Saved")).toBeVisible();
  });

  test("an answer that waits outlives a reload", async ({ page, context }) => {
    const learner = new Learner(page);
    await learner.beginWithOptions();
    const stem = await learner.question().innerText();
    // Only answers are lost, so that the page itself can be loaded again.
    await context.route("**/api/study/answers", (route) => route.abort("internetdisconnected"));
    await learner.options().first().click();
    await expect(page.getByText("One answer waits to be sent")).toBeVisible();
    await context.unroute("**/api/study/answers");
    await page.reload();
    await expect(learner.question()).toHaveText(stem, { useInnerText: true });
    await expect(page.getByTestId("verdict")).toBeVisible();
  });
});
