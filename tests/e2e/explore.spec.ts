import { expect, test } from "./support/test";

test("leads from a search over the entity to the source of a fact", async ({ page }) => {
  await page.goto("/explore");
  await page.getByLabel("Search by name").fill("shenzhou 5");
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("link", { name: /^Shenzhou 5 / }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Shenzhou 5" })).toBeVisible();
  await expect(page.getByText("神舟五号")).toBeVisible();
  await page.getByRole("link", { name: "Source 1", exact: true }).first().click();
  await expect(page).toHaveURL(/#source-1$/);
  await expect(page.locator("#source-1").getByRole("link")).toHaveAttribute("href", /^https:\/\//);
});

test("finds a Chinese name and its pinyin", async ({ page }) => {
  for (const query of ["嫦娥五号", "cháng'é wǔhào"]) {
    await page.goto(`/explore?q=${encodeURIComponent(query)}`);
    await expect(page.getByRole("link", { name: /^Chang'e-5/ }).first()).toBeVisible();
  }
});

test("goes from one entity to a related one", async ({ page }) => {
  await page.goto("/explore/shenzhou-5");
  await page.getByRole("link", { name: "Yang Liwei" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Yang Liwei" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Where it comes up" })).toBeVisible();
});

test("shows all of a kind, and says when nothing is found", async ({ page }) => {
  await page.goto("/explore");
  await page.getByRole("link", { name: /^Show all \d+: Astronauts$/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Astronauts" })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Zhai Zhigang/ })).toBeVisible();
  await page.goto("/explore?q=voyager");
  await expect(page.getByText("Nothing found for “voyager”")).toBeVisible();
});

test.describe("an unknown entity", () => {
  test.use({ expectedErrors: [/status of 404/] });

  test("is a page that is not found, with a way on", async ({ page }) => {
    const response = await page.goto("/explore/no-such-thing");
    expect(response?.status()).toBe(404);
    await page.getByRole("link", { name: "Explore the facts" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Explore" })).toBeVisible();
  });
});
