import type { Page } from "@playwright/test";
import type { QuizStatus } from "@/lib/quiz/exchange";
import { expect } from "./test";

export const takingPage = /\/quiz\/[\da-f-]{36}$/;
export const resultsPage = /\/quiz\/[\da-f-]{36}\/results$/;

/** One question at a time, each with options, and far more time than it takes. */
export const choices = "/quiz?count=5&forms=multiple-choice&minutes=10";

export const heading = (page: Page) => page.getByRole("heading", { level: 1 });
export const options = (page: Page) => page.getByRole("group", { name: "Choose one." }).getByRole("radio");
export const square = (page: Page, name: string) => page.getByRole("navigation", { name: "Questions" }).getByRole("button", { name, exact: true });
export const allSaved = (page: Page) => expect(page.getByText("All answers saved")).toBeVisible();
export const onQuestion = (page: Page, number: number) => expect(heading(page)).toContainText(`Question ${number} of `);

/** Begins a quiz as a guest, and waits until its page has taken the attempt. Gives the tab's lease. */
export async function beginQuiz(page: Page, address: string): Promise<string> {
  await page.goto(address);
  const taken = page.waitForResponse((response) => response.url().endsWith("/lease"));
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await page.waitForURL(takingPage);
  return ((await taken).request().postDataJSON() as { leaseId: string }).leaseId;
}

/** Goes to a question and chooses an option of it. */
export async function choose(page: Page, number: number, option: number): Promise<void> {
  await page.getByRole("navigation", { name: "Questions" }).getByRole("button", { name: new RegExp(`^Question ${number},`) }).click();
  await onQuestion(page, number);
  await options(page).nth(option).check();
}

/** Hands the quiz in and waits for its results. */
export async function handIn(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Hand in", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Hand in", exact: true }).click();
  await page.waitForURL(resultsPage);
}

/** Where the API has the quiz that is shown. */
export const apiOf = (page: Page): string => {
  const { origin, pathname } = new URL(page.url());
  return `${origin}/api${pathname.replace("/quiz/", "/quiz/attempts/")}`;
};

/** What the server said was left, and between which instants it said so, by a clock of this process that nobody can set. */
export type TimeLeft = { leftMs: number; askedMs: number; heardMs: number };

export async function timeLeft(page: Page): Promise<TimeLeft> {
  const askedMs = performance.now();
  const { clock } = (await (await page.request.get(`${apiOf(page)}/status`)).json()) as QuizStatus;
  return { leftMs: clock.leftMs!, askedMs, heardMs: performance.now() };
}

/** Between two clocks that nobody sets; the clock of a computer is mended by so much now and then. */
const driftMs = 200;

/** Just as much time is gone as has passed. */
export function expectTimeWentOn(before: TimeLeft, after: TimeLeft): void {
  const goneMs = before.leftMs - after.leftMs;
  expect(goneMs).toBeGreaterThanOrEqual(after.askedMs - before.heardMs - driftMs);
  expect(goneMs).toBeLessThanOrEqual(after.heardMs - before.askedMs + driftMs);
}

/** The line at an option that was chosen. */
export const chosenLines = (page: Page) => page.getByText(/^your answer(, right)?$/);
