import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/expect-accessible";
import { expect, test } from "./support/test";

const pictureOfRockets = (page: Page, count: number) => page.getByRole("img", { name: new RegExp(`^${count} rockets on one ground line`) });

test("leads from the list to rockets at one scale, and to the rockets that one chooses", async ({ page }) => {
  await page.goto("/explore");
  await page.getByRole("link", { name: "See the rockets drawn to scale" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Rockets to scale" })).toBeVisible();
  const boxes = page.getByRole("group", { name: "Choose rockets" }).getByRole("checkbox");
  await boxes.first().waitFor();
  for (const box of await boxes.all()) await box.setChecked(false);
  await page.getByRole("checkbox", { name: "Long March 5", exact: true }).check();
  await page.getByRole("checkbox", { name: "Long March 1", exact: true }).check();
  await page.getByRole("button", { name: "Show these" }).click();
  await expect(pictureOfRockets(page, 2)).toHaveAccessibleName(/Long March 1 \(29\.5 m\), Long March 5 \(57 m\)/);
  await expect(page.getByRole("row", { name: /^Long March 5 57 5 2 4 3\.35$/ })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Long March 5", exact: true })).toBeChecked();
});

test("shows no more than twelve, says so, and ignores what it does not know", async ({ page }) => {
  const ids = ["cz-1", "cz-2c", "cz-3a", "cz-3b", "cz-3c", "cz-5", "cz-5b", "cz-6a", "cz-7", "cz-7a", "cz-8", "cz-8a", "cz-12"];
  await page.goto(`/explore/to-scale?with=${ids.join(",")}`);
  await expect(pictureOfRockets(page, 12)).toBeVisible();
  await expect(page.getByText("Only the first 12 are shown.")).toBeVisible();
  await page.goto("/explore/to-scale?with=cz-1,cz-5,nothing,%3Cscript%3E");
  await expect(pictureOfRockets(page, 2)).toBeVisible();
});

test("a rocket's page says in words what its drawing shows, and leads to others beside it", async ({ page }) => {
  await page.goto("/explore/cz-5");
  await expect(page.getByRole("img", { name: "Long March 5, drawn from the side: 57 m tall, 5 m across the core, 2 stages, 4 boosters 3.35 m across." })).toBeVisible();
  await page.getByRole("link", { name: "Beside other rockets" }).click();
  await expect(page.getByRole("img", { name: /on one ground line.*Long March 5 \(57 m\)/ })).toBeVisible();
});

test("a launch site is marked on a map, and its place is said", async ({ page }) => {
  await page.goto("/explore/jiuquan");
  await expect(page.getByRole("img", { name: "Map of the coasts around Jiuquan Satellite Launch Center, which is marked at 41.31° N, 100.31° E." })).toBeVisible();
});

test("a wide drawing scrolls inside its frame on a phone, by keyboard too", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/explore/to-scale");
  const frame = page.getByRole("region", { name: "Rockets side by side" });
  await frame.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => frame.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test.describe("axe finds nothing, in light and dark,", () => {
  test.beforeEach(() => test.slow());

  for (const path of ["/explore/to-scale", "/explore/cz-5", "/explore/jiuquan"]) {
    test(`on ${path}`, async ({ page }) => {
      await page.goto(path);
      await expectAccessible(page);
    });
  }
});
