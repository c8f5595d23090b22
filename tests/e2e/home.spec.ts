import { expect, test } from "./support/test";

test("a sample question is answered at once, and another one follows", async ({ page }) => {
  await page.goto("/");
  const sample = page.getByRole("region", { name: "Try one" });
  await sample.getByRole("list", { name: "Options" }).getByRole("button").first().click();
  await expect(sample.getByText(/^(Right|Not quite)$/)).toBeVisible();
  await expect(sample.getByText("the right answer")).toBeVisible();
  await expect(sample.getByRole("list", { name: "Sources" }).getByRole("listitem").first()).toBeVisible();
  await sample.getByRole("button", { name: "Another one" }).click();
  await expect(sample.getByText(/^(Right|Not quite)$/)).toBeHidden();
});

test("the colours one has chosen are there before the page is drawn, and on every page", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("radio", { name: "Dark" }).check();
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await background();
  await page.goto("/explore");
  expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
  expect(await background()).toBe(dark);
  await page.getByRole("radio", { name: "Light" }).check();
  expect(await background()).not.toBe(dark);
});
