import { joinAs, makeClass, personRow } from "./support/class-people";
import { expectAccessible } from "./support/expect-accessible";
import { expect, test } from "./support/test";

test.describe("a class", () => {
  // Whoever is removed looks at a page that is no longer there.
  test.use({ expectedErrors: [/404/] });

  test("is gone for who is removed from it, who does not come back by the code", async ({ page, browser }) => {
    const made = await makeClass(page, "Year 9");
    const guest = await joinAs(browser, made, "First pupil");
    await page.reload();
    await expect(personRow(page, "First pupil")).toContainText("guest");
    await page.getByRole("button", { name: "Change: First pupil" }).press("Enter");
    const dialog = page.getByRole("dialog", { name: "First pupil" });
    await dialog.getByText("Remove from the class", { exact: true }).click();
    await expectAccessible(page, "what can be done with a pupil");
    await dialog.getByRole("button", { name: "Remove First pupil" }).click();
    await expect(dialog).toBeHidden();
    await expect(personRow(page, "First pupil")).toBeHidden();
    await page.getByText("One former member").click();
    await expect(page.getByRole("button", { name: "Let in again: First pupil" })).toBeVisible();
    await page.getByRole("link", { name: "Changes" }).click();
    await expect(page.getByRole("main")).toContainText("removed First pupil");

    await guest.reload();
    await expect(guest.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
    await guest.goto(made.join);
    await guest.getByLabel("Your name in this class").fill("First pupil");
    await guest.getByRole("button", { name: "Join", exact: true }).click();
    await expect(guest.getByRole("alert").filter({ hasText: "You were taken out of this class." })).toBeVisible();
  });

  test("is nobody's who does not know its code", async ({ page }) => {
    await page.goto("/join/ZZZZZZ");
    await expect(page.getByText("No class has this code.")).toBeVisible();
    await expectAccessible(page, "a code that opens nothing");
    await page.goto("/classes");
    await expectAccessible(page, "the list of classes without a class");
  });
});
