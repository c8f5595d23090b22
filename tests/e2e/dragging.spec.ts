import type { CDPSession, Locator } from "@playwright/test";
import { formCards } from "./support/form-cards";
import { expectRow, goThrough, grip, options, plain, prompts, rows } from "./support/form-session";
import { expect, test } from "./support/test";

const centreOf = async (target: Locator) => {
  await target.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await target.boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
};

const dragged = () => formCards().filter(({ form }) => form === "ordering" || form === "matching");

test("what is flung faster than the page is drawn still lands where it was let go", async ({ page }) => {
  const fling = async (handle: Locator, target: Locator) => {
    const [from, to] = [await centreOf(handle), await centreOf(target)];
    await page.mouse.move(from.x, from.y);
    // All at once, as nothing between them waits for a drawing.
    await Promise.all([page.mouse.down(), page.mouse.move(to.x, to.y), page.mouse.up()]);
  };
  await goThrough(page, dragged(), async ({ form, card }) => {
    if (form === "ordering") {
      await fling(grip(page, 0), rows(page).nth(2));
      await expectRow(page, 2, card.options[0]!);
    } else {
      await fling(options(page).nth(1), prompts(page).nth(2));
      await expect(prompts(page).nth(2)).toContainText(plain(card.options[1]!), { useInnerText: true });
      await expect(page.getByRole("button", { name: /^Take the answer/ })).toHaveCount(1);
    }
    await page.getByRole("button", { name: "Check" }).click();
    await page.getByRole("button", { name: "Go on" }).click();
  });
});

test.describe("with a finger", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  const drag = async (finger: CDPSession, handle: Locator, target: Locator, { rests }: { rests: boolean }) => {
    const [from, to] = [await centreOf(handle), await centreOf(target)];
    const touch = (type: "touchStart" | "touchMove", x: number, y: number) => finger.send("Input.dispatchTouchEvent", { type, touchPoints: [{ x, y }] });
    const move = (step: number) => touch("touchMove", from.x + ((to.x - from.x) * step) / 8, from.y + ((to.y - from.y) * step) / 8);
    const touched = touch("touchStart", from.x, from.y);
    // It is lifted off the page once it has rested; a finger that is not to rest moves in the same breath, however slow the machine.
    if (rests) await touched.then(() => expect(handle).toHaveClass(/shadow-overlay/));
    await Promise.all([touched, move(1)]);
    for (let step = 2; step <= 8; step++) await move(step);
    await finger.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  };

  test("a row follows by its handle, an option after a rest, and a swipe over an option chooses nothing", async ({ page }) => {
    const finger = await page.context().newCDPSession(page);
    await goThrough(page, dragged(), async ({ form, card }) => {
      if (form === "ordering") {
        await drag(finger, grip(page, 0), rows(page).nth(2), { rests: false });
        await expectRow(page, 2, card.options[0]!);
      } else {
        await drag(finger, options(page).nth(1), prompts(page).nth(2), { rests: false });
        await drag(finger, options(page).nth(0), prompts(page).nth(3), { rests: true });
        await expect(prompts(page).nth(3)).toContainText(plain(card.options[0]!), { useInnerText: true });
        await expect(page.getByRole("button", { name: /^Take the answer/ })).toHaveCount(1);
      }
      await page.getByRole("button", { name: "Check" }).click();
      await page.getByRole("button", { name: "Go on" }).click();
    });
  });
});
