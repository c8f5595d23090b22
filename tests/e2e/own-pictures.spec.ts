import type { Locator, Page } from "@playwright/test";
import sharp from "sharp";
import { expectAccessible } from "./support/expect-accessible";
import { signUp } from "./support/sign-in";
import { expect, test } from "./support/test";

/** An orbit, wider than any page. */
const drawing = () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900"><ellipse cx="800" cy="450" rx="700" ry="320" fill="none" stroke="#1c1b1a" stroke-width="12"/><circle cx="500" cy="450" r="90" fill="#0072b2"/></svg>';
  return sharp(Buffer.from(svg)).png().toBuffer();
};

const named = (buffer: Buffer, name = "orbit.png") => ({ name, mimeType: "image/png", buffer });

/** Puts a picture on the clipboard of the field, as a copied photograph stands there. */
const pastePicture = (field: Locator, picture: Buffer) =>
  field.evaluate((element, base64) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], "pasted.png", { type: "image/png" }));
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, picture.toString("base64"));

const isLoaded = (image: Locator) => image.evaluate((element: HTMLImageElement) => element.complete && element.naturalWidth > 0);

async function expectShown(page: Page, alternative: RegExp | string): Promise<void> {
  const image = page.getByRole("main").getByRole("img", { name: alternative }).first();
  await image.scrollIntoViewIfNeeded();
  await expect.poll(() => isLoaded(image)).toBe(true);
  const box = (await image.boundingBox())!;
  const { width } = page.viewportSize()!;
  expect(box.x + box.width).toBeLessThanOrEqual(width);
  // The place that was kept for it has its shape.
  expect(box.width / box.height).toBeCloseTo(16 / 9, 1);
}

test("a picture is chosen, described, kept, and shown with the answer alone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signUp(page);
  await page.goto("/sets/new/cards");
  await page.getByLabel("Name of the set").fill("Orbits");
  const picture = await drawing();
  const card = (number: number) => page.getByRole("listitem", { name: `Card ${number}` });
  await card(1).getByLabel("Term").fill("apogee");
  await card(1).getByLabel("Definition").fill("the highest point of an orbit");

  await card(1).getByText("Other names, picture, source").press("Enter");
  const chooser = card(1).getByLabel("Choose a picture");
  await chooser.setInputFiles(named(Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")));
  await expect(card(1).getByRole("alert").filter({ hasText: "no PNG, JPEG or WebP" })).toBeVisible();
  await expect(chooser).toHaveAccessibleDescription(/no PNG, JPEG or WebP/);
  await chooser.setInputFiles(named(Buffer.alloc(4_000_001)));
  await expect(card(1).getByRole("alert").filter({ hasText: "larger than 4 MB" })).toBeVisible();
  await chooser.setInputFiles(named(picture));
  await expect(page.getByText("The picture is here. Please say what it shows.")).toBeVisible();
  await expect(card(1).getByRole("img", { name: "Not described yet" })).toBeVisible();

  await page.getByRole("button", { name: "Add a card" }).click();
  await page.keyboard.type("perigee");
  await card(2).getByLabel("Definition").fill("the lowest point of an orbit");
  await pastePicture(card(2).getByLabel("Definition"), picture);
  await expect(card(2).getByRole("button", { name: "Remove it" })).toBeAttached();

  // Not described they are not kept.
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "2 mistakes to mend" })).toBeFocused();
  await expectAccessible(page, "cards with pictures that are not described");
  await page.getByRole("button", { name: /^Card 1, What the picture shows/ }).press("Enter");
  await expect(card(1).getByLabel("What the picture shows")).toBeFocused();
  await page.keyboard.type("An ellipse with the Earth in it");
  await card(2).getByLabel("What the picture shows").fill("The same ellipse, once more");

  // Removed and chosen anew with keys alone. The browser is to hear in good time that no window of its own is wanted.
  const dialog = page.waitForEvent("filechooser");
  await card(2).getByRole("button", { name: "Remove it" }).press("Enter");
  await expect(card(2).getByLabel("Choose a picture")).toBeFocused();
  await expect(page.getByText("The picture is removed.")).toBeVisible();
  await page.keyboard.press("Enter");
  await (await dialog).setFiles(named(picture));
  await expect(card(2).getByRole("img", { name: "The same ellipse" })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(/\/sets\/[\da-f-]{36}$/);

  await expectShown(page, "An ellipse with the Earth in it");
  await expectAccessible(page, "a set with pictures");
  await page.getByRole("link", { name: "Study this set" }).click();
  await expect(page.getByText(/^\d+ left$/)).toBeVisible();
  const [show, giveUp, check] = [page.getByRole("button", { name: "Show the answer" }), page.getByRole("button", { name: "I don’t know" }), page.getByRole("button", { name: "Check", exact: true })];
  const options = page.getByRole("list", { name: "Options" }).getByRole("button");
  await expect(show.or(giveUp).or(options.first()).or(check).first()).toBeVisible();
  await expect(page.getByRole("main").getByRole("img")).toHaveCount(0);
  await show.or(giveUp).or(options.first()).first().click();
  await expectShown(page, /ellipse/);
  await expectAccessible(page, "an answer with a picture");
});

test("a shared set shows its pictures to whoever has the link", async ({ page, browser, baseURL }) => {
  await signUp(page);
  await page.goto("/sets/new/cards");
  await page.getByLabel("Name of the set").fill("Orbits");
  const card = page.getByRole("listitem", { name: "Card 1" });
  await card.getByLabel("Term").fill("apogee");
  await card.getByLabel("Definition").fill("the highest point of an orbit");
  await card.getByText("Other names, picture, source").click();
  await card.getByLabel("Choose a picture").setInputFiles(named(await drawing()));
  await card.getByLabel("What the picture shows").fill("An ellipse");
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(/\/sets\/[\da-f-]{36}$/);
  await page.getByRole("button", { name: "Make a link" }).click();
  const link = await page.getByLabel("Link to this set").inputValue();
  const [picture] = await page.getByRole("img", { name: "An ellipse" }).evaluateAll((images: HTMLImageElement[]) => images.map(({ src }) => src));

  const visitor = await browser.newPage({ baseURL: baseURL! });
  await visitor.goto(new URL(link).pathname);
  await expectShown(visitor, "An ellipse");
  expect((await visitor.request.get(picture!)).status()).toBe(401);
  await visitor.close();
});

test.describe("where it does not load", () => {
  test.use({ expectedErrors: [/Failed to load resource/] });

  test("its description stands in its place", async ({ page }) => {
    await signUp(page);
    await page.goto("/sets/new/cards");
    await page.getByLabel("Name of the set").fill("Orbits");
    const card = page.getByRole("listitem", { name: "Card 1" });
    await card.getByLabel("Term").fill("apogee");
    await card.getByLabel("Definition").fill("the highest point of an orbit");
    await card.getByText("Other names, picture, source").click();
    await card.getByLabel("Choose a picture").setInputFiles(named(await drawing()));
    await card.getByLabel("What the picture shows").fill("An ellipse");
    await page.route("**/api/sets/own/pictures/*", (route) => route.abort());
    await page.getByRole("button", { name: "Save" }).click();
    await page.waitForURL(/\/sets\/[\da-f-]{36}$/);
    const image = page.getByRole("main").getByRole("img", { name: "An ellipse" });
    await expect(image).toBeVisible();
    const box = (await image.boundingBox())!;
    expect(box.width / box.height).toBeCloseTo(16 / 9, 1);
  });
});
