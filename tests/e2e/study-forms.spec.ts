import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./support/expect-accessible";
import { formCards } from "./support/form-cards";
import { expectRow, goThrough, grip, options, prompts, rows } from "./support/form-session";
import { Learner } from "./support/learner";
import type { FormCard } from "./support/make-form-cards";
import { expect, test } from "./support/test";

const letterOf = (position: number) => "abcdefghi"[position]!;

/** From the order shown to the wanted one: which place goes up by how many, one after the other. */
function climbs(order: readonly number[]): { from: number; to: number; option: number }[] {
  const shown = [...order].sort((a, b) => a - b);
  return order.flatMap((option, to) => {
    const from = shown.indexOf(option);
    shown.splice(to, 0, ...shown.splice(from, 1));
    return from === to ? [] : [{ from, to, option }];
  });
}

async function answerByKeys(page: Page, { card, right: { response } }: FormCard): Promise<void> {
  const press = (key: string) => page.keyboard.press(key);
  switch (response.kind) {
    case "choice":
      return press(String(response.option + 1));
    case "choices":
      for (const option of response.options) await press(letterOf(option));
      break;
    case "order":
      for (const { from, to, option } of climbs(response.order)) {
        await press(String(from + 1));
        for (let place = from; place > to; place--) await press("ArrowUp");
        await expectRow(page, to, card.options[option]!);
      }
      break;
    case "pairs":
      for (const option of response.pairs) await press(letterOf(option!));
      break;
    case "typed":
      await expect(page.getByLabel("Your answer")).toBeFocused();
      await page.keyboard.type(response.text);
      break;
    case "rating":
      await press("Space");
      await expect(page.getByRole("group", { name: "How well did you know it?" })).toBeVisible();
      return press(String(response.rating));
  }
  await press("Enter");
}

/** Until the page has drawn what the pointer did: where a thing is dropped is worked out with each drawing. */
const drawn = (page: Page) => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

async function dragOnto(page: Page, handle: Locator, target: Locator): Promise<void> {
  await handle.scrollIntoViewIfNeeded();
  const [from, to] = [(await handle.boundingBox())!, (await target.boundingBox())!];
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2 + 8, from.y + from.height / 2 + 8, { steps: 4 });
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 12 });
  await drawn(page);
  await page.mouse.move(to.x + to.width / 2 + 1, to.y + to.height / 2);
  await drawn(page);
  await page.mouse.up();
}

async function orderByPointer(page: Page, { options }: FormCard["card"], order: readonly number[]): Promise<void> {
  const [first, ...rest] = climbs(order);
  if (first) {
    await dragOnto(page, grip(page, first.from), rows(page).nth(first.to));
    await expectRow(page, first.to, options[first.option]!);
  }
  for (const { from, to, option } of rest) {
    const up = rows(page).filter({ hasText: options[option]! }).getByRole("button", { name: /up$/ });
    for (let place = from; place > to; place--) await up.click();
    await expectRow(page, to, options[option]!);
  }
}

async function matchByPointer(page: Page, pairs: readonly (number | null)[]): Promise<void> {
  await dragOnto(page, options(page).nth(pairs[0]!), prompts(page).nth(0));
  await expect(prompts(page).nth(0).getByRole("button", { name: /^Take the answer/ })).toBeVisible();
  for (const [i, option] of pairs.entries()) {
    if (i === 0) continue;
    await prompts(page).nth(i).getByRole("button").first().click();
    await options(page).nth(option!).click();
  }
}

async function answerByPointer(page: Page, { card, right: { response } }: FormCard): Promise<void> {
  const learner = new Learner(page);
  switch (response.kind) {
    case "choice":
      return learner.options().nth(response.option).click();
    case "choices":
      for (const option of response.options) await page.getByRole("checkbox").nth(option).check();
      break;
    case "order":
      await orderByPointer(page, card, response.order);
      break;
    case "pairs":
      await matchByPointer(page, response.pairs);
      break;
    case "typed":
      await page.getByLabel("Your answer").fill(response.text);
      break;
    case "rating":
      await learner.show().click();
      return page.getByRole("button", { name: "Good" }).click();
  }
  await learner.check().click();
}

const ways = { "by keys alone": answerByKeys, "by pointer, dragging too": answerByPointer };

for (const [name, answer] of Object.entries(ways)) {
  test(`every form is answered ${name}`, async ({ page }) => {
    const cards = formCards();
    const sent = await goThrough(page, cards, async (each) => {
      await answer(page, each);
      if (each.card.form === "flashcard") return;
      await expect(page.getByTestId("verdict"), each.form).toContainText("Right");
      await expect(page.getByRole("button", { name: "Go on" })).toBeFocused();
      await page.keyboard.press("Enter");
      await expect(page.getByTestId("verdict")).toBeHidden();
    });
    expect(sent).toEqual(cards.map(({ right }) => right.response));
  });
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("no form is wider than the screen, and no row moves when the verdict comes", async ({ page }) => {
    const learner = new Learner(page);
    await goThrough(page, formCards(), async ({ form, card, right: { response } }) => {
      if (card.figure) await expect(page.getByRole("img").first()).toBeVisible();
      const list = page.getByRole("list", { name: /^(Options|Put these in order|To be matched)$/ }).or(page.getByRole("group", { name: "Choose all that apply." }));
      const places = () => list.evaluateAll((found) => found.map((each) => [each.getBoundingClientRect().top + window.scrollY, each.getBoundingClientRect().height]));
      if (response.kind !== "typed" && response.kind !== "rating") await expect(list).toBeVisible();
      const before = await places();
      if ((await learner.answer()).form === "flashcard") return;
      expect(await places(), form).toEqual(before);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), form).toBeLessThanOrEqual(390);
      await learner.goOn().click();
      await learner.expectNext();
    });
  });
});

test("a text twice as large fits a small screen in every form, with its verdict", async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 800 });
  const learner = new Learner(page);
  const expectFit = async (where: string) => {
    await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    expect(await page.evaluate(() => document.documentElement.scrollWidth), where).toBeLessThanOrEqual(640);
  };
  await goThrough(page, formCards(), async ({ form }) => {
    await expectFit(form);
    if ((await learner.answer()).form === "flashcard") return;
    await expectFit(`${form}, answered`);
    await learner.goOn().click();
    await learner.expectNext();
  });
});

test("a point on the map stands for its option", async ({ page }) => {
  const map = formCards().filter(({ form }) => form === "map");
  const sent = await goThrough(page, map, async ({ card, right: { response } }) => {
    if (card.figure?.kind !== "map" || response.kind !== "choice") throw new Error("no map");
    const { drawing } = card.figure;
    const box = (await page.getByRole("img", { name: card.described! }).boundingBox())!;
    const mark = drawing.marks[response.option]!;
    await page.mouse.click(box.x + (mark.x / drawing.width) * box.width, box.y + (mark.y / drawing.height) * box.height);
    await expect(page.getByTestId("verdict")).toContainText("Right");
    await page.getByRole("button", { name: "Go on" }).click();
  });
  expect(sent).toEqual(map.map(({ right }) => right.response));
});

test("the verdict comes into view, however long the question", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 640 });
  const long = formCards().filter(({ form }) => form === "map" || form === "ordering" || form === "matching" || form === "multiple-response");
  await goThrough(page, long, async ({ form }) => {
    const learner = new Learner(page);
    await learner.answer();
    await expect(page.getByTestId("verdict").locator("p").first(), form).toBeInViewport();
    await expect(learner.goOn(), form).toBeFocused();
    await learner.goOn().click();
    await learner.expectNext();
  });
});

test("a moved row says where it is", async ({ page }) => {
  await goThrough(page, formCards().filter(({ form }) => form === "ordering"), async ({ card }) => {
    await page.getByRole("button", { name: `Move ${card.options[1]} up` }).click();
    await expect(page.getByRole("status").filter({ hasText: `${card.options[1]}: place 1 of ${card.options.length}.` })).toHaveCount(1);
    await expect(page.getByRole("button", { name: `Move ${card.options[1]} up` })).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expectRow(page, 1, card.options[1]!);
    await page.getByRole("button", { name: "Check" }).click();
    await page.getByRole("button", { name: "Go on" }).click();
  });
});

/** One test would be the longest of all by far. */
const axeParts = 4;

for (let part = 0; part < axeParts; part++) {
  test(`axe finds nothing in any form, in light and dark, before and after a wrong answer (part ${part + 1} of ${axeParts})`, async ({ page }) => {
    const cards = formCards().filter((_, i) => i % axeParts === part);
    const learner = new Learner(page);
    await goThrough(page, cards, async ({ form }) => {
      await expectAccessible(page, form);
      if ((await learner.answer()).form === "flashcard") return;
      await expectAccessible(page, `${form}, answered,`);
      await learner.goOn().click();
      await learner.expectNext();
    });
  });
}

test.describe("a report", () => {
  test("is sent from the question, and says what it needs", async ({ page }) => {
    const learner = new Learner(page);
    await learner.begin();
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("button", { name: "Report this question" }).click();
    const dialog = page.getByRole("dialog", { name: "Report this question" });
    await dialog.getByRole("button", { name: "Send" }).click();
    await expect(dialog.getByRole("alert")).toHaveText("Please choose what is wrong.");
    await dialog.getByRole("radio", { name: "It is not clear what is asked" }).check();
    // Letters are the question's keys, but not here.
    await dialog.getByLabel("What should it be?").pressSequentially("b? 1");
    await dialog.getByRole("button", { name: "Send" }).click();
    await expect(dialog.getByRole("status")).toHaveText(/^Thank you\./);
    await dialog.getByRole("button", { name: "Close" }).last().click();
    await expect(dialog).toBeHidden();
    await expect(page.getByTestId("verdict")).toBeHidden();
  });
});
