import type { Page } from "@playwright/test";
import type { Response } from "@/lib/grading/grade";
import { dealForms } from "./form-cards";
import { Learner } from "./learner";
import type { FormCard } from "./make-form-cards";
import { expect } from "./test";

export const plain = (text: string) => text.replace(/_{3,}/g, " ").replace(/\s+/g, " ").trim();

/** The heading without the word that a gap is read out as. */
export const shownStem = async (page: Page) => plain((await page.getByRole("heading", { level: 1 }).innerText()).replace(/\bblank\b/, " "));

export const rows = (page: Page) => page.getByRole("list", { name: "Put these in order" }).getByRole("listitem");

export const options = (page: Page) => page.getByRole("group", { name: "Options" }).getByRole("button");
export const prompts = (page: Page) => page.getByRole("list", { name: "To be matched" }).getByRole("listitem");
export const grip = (page: Page, place: number) => rows(page).nth(place).locator("[aria-hidden]").first();

export const expectRow = (page: Page, place: number, name: string) => expect(rows(page).nth(place)).toContainText(plain(name), { useInnerText: true });

/** Studies until the first dealt question is shown, then gives each to `visit`. */
export async function goThrough(page: Page, cards: readonly FormCard[], visit: (card: FormCard) => Promise<void>): Promise<Response[]> {
  const sent = await dealForms(page, cards);
  const learner = new Learner(page);
  await learner.begin();
  while ((await shownStem(page)) !== plain(cards[0]!.card.stem)) {
    if ((await learner.answer()).form !== "flashcard") await learner.goOn().click();
    await learner.expectNext();
  }
  for (const each of cards) {
    await expect.poll(() => shownStem(page), each.form).toBe(plain(each.card.stem));
    await visit(each);
  }
  await expect(learner.isOver()).toBeVisible();
  return sent;
}
