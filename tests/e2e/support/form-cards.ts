import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Page } from "@playwright/test";
import type { Response } from "@/lib/grading/grade";
import type { FormCard } from "./make-form-cards";

/** Where `prepare-server.ts` puts the questions of each form, in the server's data folder. */
export const formCardsFile = "form-cards.json";

/** One question of each form, out of the real bank; made before the server starts, as server code is not for the test's process. */
export const formCards = (): FormCard[] => JSON.parse(readFileSync(join(process.env.HANGTIAN_E2E_DATA_DIR!, formCardsFile), "utf8")) as FormCard[];

/**
 * Deals these questions after those that the page came with, and answers as the real grading does: which form comes when is up to
 * chance and to weeks of learning. What the server itself says is tested in tests/integration/study-forms.test.ts.
 */
export async function dealForms(page: Page, cards: readonly FormCard[]): Promise<Response[]> {
  const sent: Response[] = [];
  const answered = new Set<string>();
  await page.route("**/api/study/cards?*", (route) => {
    const held = new URL(route.request().url()).searchParams.get("holding") ?? "";
    const next = cards.filter(({ card }) => !answered.has(card.presentationId) && !held.includes(card.presentationId)).slice(0, 3);
    return route.fulfill({ json: { cards: next.map(({ card }) => card), remaining: { due: 0, new: next.length } } });
  });
  await page.route("**/api/study/answers", (route) => {
    const given = route.request().postDataJSON() as { presentationId: string; response: Response };
    const asked = cards.find(({ card }) => card.presentationId === given.presentationId);
    if (!asked) return route.continue();
    answered.add(given.presentationId);
    sent.push(given.response);
    return route.fulfill({ json: { feedback: isDeepStrictEqual(given.response, asked.right.response) ? asked.right.feedback : asked.wrong.feedback } });
  });
  return sent;
}
