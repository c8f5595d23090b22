import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { Learner } from "./support/learner";
import { expect, test } from "./support/test";

// Axe looks at every element, which takes its time on a busy machine.
test.beforeEach(() => test.slow());

async function expectAccessible(page: Page): Promise<void> {
  // Colours are judged when nothing is half faded in.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)));
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`axe finds nothing in ${colorScheme}`, () => {
    test.use({ colorScheme, expectedErrors: [/status of 404/] });

    for (const path of ["/", "/study", "/explore", "/explore?q=long+march", "/explore/shenzhou-5", "/sign-in", "/sign-up", "/nowhere"] as const) {
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
  });
}

test("a text twice as large fits a small screen", async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 800 });
  for (const path of ["/", "/explore", "/explore/shenzhou-5", "/sign-up"]) {
    await page.goto(path);
    await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(640);
  }
});
