import { expectAccessible } from "./support/expect-accessible";
import { Learner } from "./support/learner";
import { expect, test } from "./support/test";

// Axe looks at every element, which takes its time on a busy machine.
test.beforeEach(() => test.slow());

test.describe("axe finds nothing, in light and dark,", () => {
  test.use({ expectedErrors: [/status of 404/] });

  for (const path of ["/", "/study", "/explore", "/explore?q=long+march", "/explore/shenzhou-5", "/progress", "/sign-in", "/sign-up", "/nowhere"] as const) {
    test(`on ${path}`, async ({ page }) => {
      await page.goto(path);
      await expectAccessible(page);
    });
  }

  test("in a session, before and after an answer and in its help", async ({ page }) => {
    const learner = new Learner(page);
    await learner.begin();
    await expectAccessible(page);
    await learner.answer();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Keyboard" }).click();
    await expectAccessible(page);
  });

  test("at the end of a session", async ({ page }) => {
    const learner = new Learner(page);
    await learner.begin();
    await page.goto("/study?cards=2");
    for (let i = 0; i < 2; i++) {
      if ((await learner.answer()).form !== "flashcard") await learner.goOn().click();
      await learner.expectNext();
    }
    await expect(page.getByRole("heading", { name: "That is all for now." })).toBeVisible();
    await expectAccessible(page);
  });
});

test("a text twice as large fits a small screen", async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 800 });
  for (const path of ["/", "/explore", "/explore/shenzhou-5", "/progress", "/sign-up"]) {
    await page.goto(path);
    await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(640);
  }
});
