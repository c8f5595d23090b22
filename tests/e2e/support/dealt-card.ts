import type { Page } from "@playwright/test";
import type { Feedback } from "@/lib/grading/feedback";
import type { StudyCard } from "@/lib/questions/study-card";

const answer = { text: "15 October 2003", statement: "Shenzhou 5 was launched on 15 October 2003.", sources: [] };
const nothing = { text: "", statement: "", sources: [] };

const presentationId = "7d5a1a52-6f0a-4c64-9a39-2f4be4c0d001";
const question = {
  presentationId,
  factId: "shenzhou-5.launch_date",
  stem: "On what date did Shenzhou 5 lift off?",
  options: [],
  asks: { kind: "date", precision: "day" },
  isNew: false,
};
const cards = {
  typed: { ...question, form: "short-answer" },
  flashcard: { ...question, form: "flashcard", back: answer, intervals: { 1: 0, 2: 1, 3: 4, 4: 15 } },
};

const right: Feedback = { verdict: "exact", isRight: true, score: 1, note: { key: "exact", values: {} }, answer, about: [], dueInDays: 4 };
const ambiguous: Feedback = { verdict: "ambiguous", isRight: false, score: 0, note: { key: "dayOrMonth", values: {} }, answer: nothing, about: [], dueInDays: 0 };

type Given = { presentationId: string; response: { text?: string; rating?: number } };

/**
 * Deals a card of this form after those that the page came with: the server types out a fact only days after it was met, and deals
 * flashcards as chance has it. What it says to such answers is tested in tests/integration. `more` is what only weeks of learning bring about.
 */
export async function dealCard(page: Page, form: keyof typeof cards, more: Partial<StudyCard> = {}): Promise<{ stem: string; sent: Given["response"][] }> {
  const sent: Given["response"][] = [];
  await page.route("**/api/study/cards?*", (route) => {
    const isHeld = sent.length > 0 || route.request().url().includes(presentationId);
    return route.fulfill({ json: { cards: isHeld ? [] : [{ ...cards[form], ...more }], remaining: { due: 1, new: 0 } } });
  });
  await page.route("**/api/study/answers", (route) => {
    const given = route.request().postDataJSON() as Given;
    if (given.presentationId !== presentationId) return route.continue();
    sent.push(given.response);
    return route.fulfill({ json: { feedback: given.response.text?.includes("/") ? ambiguous : right } });
  });
  return { stem: question.stem, sent };
}
