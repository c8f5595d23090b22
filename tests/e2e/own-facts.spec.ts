import type { Locator, Page } from "@playwright/test";
import { plantedTable } from "../unit/own-facts/planted-table";
import { expectAccessible } from "./support/expect-accessible";
import { takingPage } from "./support/quiz";
import { signUp } from "./support/sign-in";
import { expect, test } from "./support/test";

const rockets = [
  "Rocket\tfirst flight\theight (m)\tlaunch site",
  "Long March 1\t24 April 1970\ttall\tJiuquan",
  "Long March 2\t30 February 1974\t31.2\tJiuquan",
  "Long March 3\t1984-01-29\t43.25\tXichang",
  "Long March 5\t2016-11-03\t57\tWenchang",
  "Long March 7\t2016-06-25\t53.1\tWenchang",
  "Long March 11\t2015-09-25\t20.8\tJiuquan",
].join("\n");

/** Puts a text on the clipboard of the page's field, as a spreadsheet does. */
const pasteInto = (field: Locator, text: string) =>
  field.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);

const savedAt = (page: Page) => page.waitForURL(/\/sets\/[\da-f-]{36}$/);

test("a table with mistakes is mended in its cells, looked at as questions, kept, studied, and changed", async ({ page }) => {
  await signUp(page);
  await page.goto("/sets/new/table");
  await page.getByLabel("Name of the set").fill("Rockets");
  await page.getByRole("button", { name: "Read the table" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Please paste a table" })).toBeVisible();
  await page.getByLabel("Paste the table here").fill(rockets);
  await expectAccessible(page, "the field for the table");
  await page.getByRole("button", { name: "Read the table" }).click();

  await expect(page.getByRole("heading", { name: "2 mistakes to mend" })).toBeFocused();
  const height = page.getByLabel("Row 2, height (m)");
  await expect(height).toHaveAccessibleDescription(/No amount that can be read/);
  await expectAccessible(page, "a table with mistakes");
  await page.getByRole("button", { name: /^Row 2, height/ }).click();
  await expect(height).toBeFocused();
  await height.fill("29.5");
  await expect(page.getByRole("heading", { name: "One mistake to mend" })).toBeVisible();

  // What still has a mistake is not kept.
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "One mistake to mend" })).toBeFocused();
  await page.getByRole("button", { name: /^Row 3, first flight/ }).click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("5 November 1974");

  await expect(page.getByLabel("Kind of “launch site”")).toHaveValue("entity");
  await page.getByLabel("Kind of “launch site”").selectOption("text");
  await expect(page.getByText("6 rows, 3 properties, 18 facts")).toBeVisible();
  await page.getByLabel("Kind of “launch site”").selectOption("names");
  await expect(page.getByText("6 rows, 3 properties, 18 facts")).toBeVisible();
  await expect(page.getByLabel("Row 3, first flight")).toHaveAccessibleDescription("read as 1974-11-05");

  await page.getByRole("button", { name: "Show the questions" }).click();
  await expect(page.getByRole("heading", { name: "The date of the first flight of Long March 1 is 24 April 1970." })).toBeVisible();
  await expect(page.getByText("Questions about the first 6 facts of 18.")).toBeVisible();
  await page.getByRole("button", { name: "Show questions about more facts" }).click();
  await expect(page.getByText("Questions about the first 12 facts of 18.")).toBeVisible();
  await expectAccessible(page, "the questions of a table");
  await page.getByRole("button", { name: "Save" }).click();
  await savedAt(page);
  await expect(page.getByRole("heading", { level: 1, name: "Rockets" })).toBeVisible();
  const set = new URL(page.url()).pathname;

  await page.getByRole("link", { name: "Study this set" }).click();
  await expect(page.getByText(/^\d+ left$/)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/rocket|Long March|first flight|height|launch site/i);

  await page.goto(set);
  await page.getByRole("link", { name: "Take a quiz on it" }).click();
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await page.waitForURL(takingPage);
  await expect(page.getByText("Saved as you answer")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/rocket|Long March|first flight|height|launch site/i);

  await page.goto(`${set}/own`);
  await page.getByRole("link", { name: "Change Rocket" }).click();
  await page.getByLabel("Row 2, height (m)").fill("30 m");
  await page.getByRole("button", { name: "Save" }).click();
  await savedAt(page);
  await page.goto(`${set}/own`);
  await expectAccessible(page, "own cards and tables");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download Rocket" }).click();
  expect((await download).suggestedFilename()).toBe("Rocket.csv");
});

test("cards are written with keys alone, pasted from a spreadsheet, mended and kept", async ({ page }) => {
  await signUp(page);
  await page.goto("/sets/new/cards");
  await page.getByLabel("Name of the set").fill("Orbits 轨道");
  await page.getByRole("listitem", { name: "Card 1" }).getByLabel("Term").focus();
  for (const text of ["apogee", "the highest point of an orbit", "perigee", "the lowest point of an orbit"]) {
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
  }
  const third = page.getByRole("listitem", { name: "Card 3" });
  await expect(third.getByLabel("Term")).toBeFocused();
  await pasteInto(third.getByLabel("Term"), "inclination\tthe angle between an orbit and the equator\t倾角\nnode\t=SUM(A1)\n");
  await expect(page.getByText("2 cards pasted.")).toBeVisible();
  await expect(page.getByText("4 cards", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "One mistake to mend" })).toBeFocused();
  await expectAccessible(page, "cards with a mistake");
  await page.getByRole("button", { name: /^Card 4, Definition/ }).click();
  const definition = page.getByRole("listitem", { name: "Card 4" }).getByLabel("Definition");
  await expect(definition).toBeFocused();
  await definition.fill("where an orbit crosses a plane");
  await page.getByRole("button", { name: "Move card 4 up" }).press("Enter");
  await expect(page.getByRole("button", { name: "Move card 3 up" })).toBeFocused();
  await expect(page.getByRole("listitem", { name: "Card 3" }).getByLabel("Term")).toHaveValue("node");

  await page.getByRole("button", { name: "Show the questions" }).click();
  await expect(page.getByRole("heading", { name: "“apogee” means “the highest point of an orbit”." })).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await savedAt(page);
  await expect(page.getByRole("heading", { level: 1, name: "Orbits 轨道" })).toBeVisible();
});

test.describe("without an answer from the server", () => {
  test.use({ expectedErrors: [/Failed to load resource/] });

  test("nothing typed is lost, and leaving is asked about", async ({ page }) => {
    await signUp(page);
    await page.goto("/sets/new/cards");
    await page.getByLabel("Name of the set").fill("Orbits");
    const card = page.getByRole("listitem", { name: "Card 1" });
    await card.getByLabel("Term").fill("apogee");
    await card.getByLabel("Definition").fill("the highest point");
    await page.route("**/api/sets/own/**", (route) => route.abort());
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "What you typed stays here." })).toBeVisible();
    await expect(card.getByLabel("Definition")).toHaveValue("the highest point");

    const asked: string[] = [];
    page.once("dialog", (dialog) => {
      asked.push(dialog.message());
      void dialog.dismiss();
    });
    await page.getByRole("link", { name: "Cancel" }).click();
    expect(asked).toEqual(["What you typed here is not saved. Leave the page all the same?"]);
    await expect(card.getByLabel("Term")).toHaveValue("apogee");

    await page.unroute("**/api/sets/own/**");
    await page.getByRole("button", { name: "Save" }).click();
    await savedAt(page);
  });

  test("a file that is no text, or too large, is refused in words", async ({ page }) => {
    await signUp(page);
    await page.goto("/sets/new/table");
    const file = page.getByLabel("Or choose a file (CSV or text)");
    const fault = page.getByRole("alert").filter({ hasText: /\w/ });
    await file.setInputFiles({ name: "rockets.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from([0x50, 0x4b, 3, 4, 0, 0]) });
    await expect(fault).toHaveText(/A spreadsheet file cannot be read/);
    await file.setInputFiles({ name: "page.csv", mimeType: "text/csv", buffer: Buffer.from("<!doctype html><script>alert(1)</script>") });
    await expect(fault).toHaveText(/This is a web page/);
    await file.setInputFiles({ name: "big.csv", mimeType: "text/csv", buffer: Buffer.alloc(45_000_000, "a,b\n") });
    await expect(fault).toHaveText(/larger than 2 MB|did not get through/);
    await file.setInputFiles({ name: "rockets.csv", mimeType: "text/csv", buffer: Buffer.from("\uFEFF火箭;site\r\n长征;<b>Jiuquan</b>\r\n") });
    await expect(page.getByLabel("Row 2, site")).toHaveValue("<b>Jiuquan</b>");
  });
});

test("a thousand rows with all kinds of mistakes are shown by these and the first, on a phone too", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signUp(page);
  await page.goto("/sets/new/table");
  await page.getByLabel("Name of the set").fill("Satellites");
  const { text, planted } = plantedTable();
  await page.getByLabel("Paste the table here").fill(text);
  await page.getByRole("button", { name: "Read the table" }).click();
  await expect(page.getByRole("heading", { name: `${planted.length} mistakes to mend` })).toBeFocused();
  const rows = page.getByRole("table").getByRole("row");
  expect(await rows.count()).toBeLessThan(80);
  const typing = page.getByLabel("Row 4, mass (kg)");
  await typing.fill("");
  await typing.pressSequentially("12345");
  await expect(typing).toHaveValue("12345");
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});
