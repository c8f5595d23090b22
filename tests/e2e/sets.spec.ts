import type { Browser, Page } from "@playwright/test";
import { expectAccessible } from "./support/expect-accessible";
import { Learner } from "./support/learner";
import { signUp } from "./support/sign-in";
import { expect, test } from "./support/test";

/** Somebody in a browser of their own. */
const elsewhere = async (browser: Browser): Promise<Page> => (await browser.newContext()).newPage();

const title = (page: Page, name: string) => page.getByRole("heading", { level: 1, name, exact: true });
const topic = (page: Page, name: string) => page.getByRole("checkbox", { name: new RegExp(`^${name}`) });
const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true });

/** From the sets' page, for whoever is there already. Gives its address. */
async function makeSet(page: Page, name: string): Promise<string> {
  await page.goto("/sets/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await topic(page, "Engines").check();
  await save(page).click();
  await expect(title(page, name)).toBeVisible();
  return new URL(page.url()).pathname;
}

test.describe("a set", () => {
  // A link that is withdrawn leads to a page that is not there.
  test.use({ expectedErrors: [/404/] });

  test("is shared by link, copied by somebody without an account, and then shared no more", async ({ page, browser }) => {
    await new Learner(page).begin();
    await makeSet(page, "Engines 发动机");
    await page.getByRole("button", { name: "Make a link" }).press("Enter");
    const link = await page.getByLabel("Link to this set").inputValue();
    await expectAccessible(page, "a shared set's own page");
    await page.goto(link);
    await expect(page.getByText("This is your own set")).toBeVisible();
    await page.getByRole("link", { name: "Go to your set" }).click();

    const other = await elsewhere(browser);
    await other.goto(link);
    await expect(title(other, "Engines 发动机")).toBeVisible();
    await expect(other.getByRole("link", { name: "Study this set" })).toBeHidden();
    await expectAccessible(other, "a set shared by link");
    await other.getByRole("button", { name: "Copy to my sets" }).press("Enter");
    await other.waitForURL(/\/sets\/[\da-f-]{36}$/);
    await expect(title(other, "Engines 发动机")).toBeVisible();
    await other.getByRole("link", { name: "Study this set" }).click();
    await expect(other.getByText(/^\d+ left$|^last one$/)).toBeVisible();

    await page.getByRole("button", { name: "Stop sharing" }).click();
    await expect(page.getByText("The link opens nothing any more.")).toBeVisible();
    const gone = await other.goto(link);
    expect(gone?.status()).toBe(404);
    await expect(other.getByRole("heading", { name: "No set has this link" })).toBeVisible();
    await expectAccessible(other, "a link that opens nothing");
  });

  test("has a history, and is again what it was", async ({ page }) => {
    await new Learner(page).begin();
    await makeSet(page, "Before");
    await page.getByRole("link", { name: "Edit", exact: true }).click();
    await page.getByLabel("Name", { exact: true }).fill("After");
    await topic(page, "Astronauts").check();
    await page.getByText("More", { exact: true }).click();
    await page.getByRole("group", { name: "Only facts that ask for" }).getByRole("checkbox", { name: /^Dates/ }).check();
    await page.getByRole("group", { name: "Only easier or harder answers" }).getByRole("checkbox", { name: /^Harder/ }).check();
    await expectAccessible(page, "the form with everything open");
    await save(page).click();
    await expect(title(page, "After")).toBeVisible();
    await expect(page.getByRole("definition").filter({ hasText: "Dates" })).toBeVisible();
    await expect(page.getByRole("definition").filter({ hasText: "Harder: exact days" })).toBeVisible();
    await page.getByRole("link", { name: "History" }).click();
    await expect(page.getByText("Name: “Before” → “After”")).toBeVisible();
    await expect(page.getByText("Added: 1 topic")).toBeVisible();
    await expect(page.getByText("Added: 1 kind of fact")).toBeVisible();
    await expect(page.getByText("Added: 1 choice of easier or harder")).toBeVisible();
    await expectAccessible(page, "the history of a set");
    await page.getByRole("link", { name: /^Look at it/ }).click();
    await expect(title(page, "Before")).toBeVisible();
    await expectAccessible(page, "a former state of a set");
    await page.getByRole("button", { name: "Restore" }).press("Enter");
    await page.waitForURL(/\/sets\/[\da-f-]{36}$/);
    await expect(title(page, "Before")).toBeVisible();
    await page.getByRole("link", { name: "History" }).click();
    await expect(page.getByRole("main").getByRole("listitem").filter({ hasText: "as it is now" })).toContainText("Name: “After” → “Before”");
  });

  test("that another tab changed meanwhile is not written over unasked, and nothing chosen is lost", async ({ page, context }) => {
    await new Learner(page).begin();
    const address = await makeSet(page, "Mine");
    await page.goto(`${address}/edit`);
    await page.getByLabel("Name", { exact: true }).fill("From the first tab");
    const second = await context.newPage();
    await second.goto(`${address}/edit`);
    await second.getByLabel("Name", { exact: true }).fill("From the second tab");
    await save(second).click();
    await expect(title(second, "From the second tab")).toBeVisible();
    await save(page).click();
    await expect(page.getByRole("alert").filter({ hasText: "changed meanwhile" })).toBeVisible();
    await expect(page.getByLabel("Name", { exact: true })).toHaveValue("From the first tab");
    await page.getByRole("button", { name: "Save over it" }).click();
    await expect(title(page, "From the first tab")).toBeVisible();
    await page.getByRole("link", { name: "History" }).click();
    await expect(page.getByText("Name: “From the second tab” → “From the first tab”")).toBeVisible();
  });

  test("is given to a class, studied by a pupil, and taken back", async ({ page, browser }) => {
    await signUp(page);
    await page.goto("/classes/new");
    await page.getByLabel("Name of the class").fill("Year 9");
    await page.getByRole("button", { name: "Make the class" }).click();
    await page.waitForURL(/\/people$/);
    const year = new URL(page.url()).pathname.replace("/people", "");
    const code = await page.getByRole("definition").first().innerText();
    const address = await makeSet(page, "Engines for all");
    await page.getByRole("button", { name: "Give to Year 9" }).press("Enter");
    await expect(page.getByRole("button", { name: "Take back from Year 9" })).toBeFocused();

    const pupil = await elsewhere(browser);
    await pupil.goto(`/join/${code}`);
    await pupil.getByLabel("Your name in this class").fill("First pupil");
    await pupil.getByRole("button", { name: "Join", exact: true }).click();
    await pupil.waitForURL(/\/classes\/[\da-f-]{36}$/);
    await pupil.getByRole("navigation", { name: "This class" }).getByRole("link", { name: "Sets" }).click();
    await expect(pupil.getByRole("heading", { name: "Sets of the class" })).toBeVisible();
    await expectAccessible(pupil, "the sets of a class, to a pupil");
    await pupil.getByRole("link", { name: "Study Engines for all" }).click();
    await expect(pupil.getByText(/^\d+ left$|^last one$/)).toBeVisible();
    await pupil.goto("/sets");
    await expect(pupil.getByRole("region", { name: "From your classes" }).getByRole("link", { name: /Engines for all/ })).toBeVisible();
    await pupil.goto(address);
    await expect(pupil.getByRole("button", { name: "Make a copy" })).toBeVisible();
    await expect(pupil.getByRole("link", { name: /^(Edit|History)$/ })).toHaveCount(0);
    await expect(pupil.getByRole("button", { name: /^(Delete|Make a link)$/ })).toHaveCount(0);
    expect((await pupil.goto(`${address}/edit`))?.status()).toBe(404);
    expect((await pupil.goto(`${address}/history`))?.status()).toBe(404);

    await page.getByRole("link", { name: "Year 9", exact: true }).click();
    await expectAccessible(page, "the sets of a class, to its teacher");
    await page.getByRole("button", { name: "Take back Engines for all" }).press("Enter");
    await expect(page.getByText("This class has no sets yet.")).toBeVisible();
    await page.getByLabel("One of your sets").selectOption({ label: "Engines for all" });
    await page.getByRole("button", { name: "Give it to the class" }).press("Enter");
    await page.getByRole("button", { name: "Take back Engines for all" }).press("Enter");
    await expect(page.getByText("This class has no sets yet.")).toBeVisible();
    expect((await pupil.goto(address))?.status()).toBe(404);
    await pupil.goto("/sets");
    await expect(pupil.getByText("Engines for all")).toBeHidden();
    await page.getByRole("link", { name: "Changes" }).click();
    await expect(page.getByText(/took the set “Engines for all” from the class$/).first()).toBeVisible();

    // While the teacher is asked once more, work is set about it in another tab.
    await page.goto(address);
    await page.getByRole("button", { name: "Delete", exact: true }).press("Enter");
    const second = await page.context().newPage();
    await second.goto(`${year}/assignments/new?set=${address.split("/").at(-1)}`);
    await second.getByLabel("Title").fill("About engines");
    await second.getByRole("button", { name: "Save as draft" }).click();
    await expect(second.getByText("Draft: pupils do not see it.")).toBeVisible();
    await page.getByRole("button", { name: "Delete the set" }).press("Enter");
    await expect(page.getByRole("alert").filter({ hasText: "Work of a class uses this set now, so it stays." })).toBeVisible();
    await page.getByRole("button", { name: "Keep it" }).press("Enter");
    await expect(title(page, "Engines for all")).toBeVisible();
  });

  test("takes up facts that are picked while exploring, is copied, and goes", async ({ page }) => {
    await new Learner(page).begin();
    await page.goto("/explore/shenzhou-5");
    await page.getByRole("link", { name: "Add to a set" }).click();
    await page.getByRole("checkbox").nth(1).check();
    await page.getByRole("checkbox").nth(2).check();
    await expectAccessible(page, "adding to a set");
    await page.getByRole("button", { name: "Add", exact: true }).press("Enter");
    await expect(title(page, "Shenzhou 5")).toBeVisible();
    await expect(page.getByText("2 facts", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Make a copy" }).press("Enter");
    await expect(title(page, "Copy of Shenzhou 5")).toBeVisible();
    await page.getByRole("button", { name: "Delete", exact: true }).press("Enter");
    await page.getByRole("button", { name: "Delete the set" }).press("Enter");
    await page.waitForURL("/sets");
    await expect(page.getByRole("main").getByRole("listitem")).toHaveText(/^Shenzhou 5/);
  });
});
