import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import type { RunningQuiz } from "@/lib/quiz/exchange";
import { usualSetup } from "@/lib/quiz/quiz-setup";
import { HttpLearner } from "@/tests/support/http-learner";
import { allSaved, beginQuiz, choices, expectTimeWentOn, options, resultsPage, square, timeLeft } from "./support/quiz";
import { expect, test } from "./support/test";

// In turn, so that the long waits of the first two quizzes go by while the others are taken.
test.describe.configure({ mode: "default" });
test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/] });

const graceMs = 30_000;
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const offline = (page: Page, isOffline: boolean) => page.context().setOffline(isOffline);
const answer = (page: Page) => page.getByLabel(/^Your answer/);
const timeIsUp = (page: Page) => page.getByRole("alert").filter({ hasText: "Time is up." });

/** Answers the first question, and the second one without a network. */
async function answerTwo(page: Page): Promise<void> {
  await beginQuiz(page, "/quiz?count=5&forms=short-answer&seconds=30");
  await answer(page).fill("saved in time");
  await allSaved(page);
  await offline(page, true);
  await page.keyboard.press("Enter");
  await answer(page).fill("not saved in time");
  await expect(page.getByText("Not saved yet: no connection (one answer waits)")).toBeVisible();
}

/** Begins a quiz of ten seconds, has one of its answers kept, and looks at it no more. */
async function beginAndForget(learner: HttpLearner): Promise<string> {
  const [attemptId, leaseId] = [randomUUID(), randomUUID()];
  const post = async (path: string, body: object): Promise<unknown> => {
    const reply = await learner.fetch(`/api/quiz/attempts${path}`, { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } });
    expect(reply.status).toBe(200);
    return reply.json();
  };
  await learner.signIn("guest");
  await post("", { attemptId, setup: { ...usualSetup, count: 5, forms: ["short-answer"], timer: { kind: "paper", seconds: 10 } } });
  const { answers } = (await post(`/${attemptId}/lease`, { leaseId })) as RunningQuiz;
  const kept = { leaseId, position: 0, sequence: answers[0]!.sequence + 1, response: { kind: "typed", text: "kept" }, certainty: null, isFlagged: false, isFinal: false, elapsedMs: 2000 };
  await post(`/${attemptId}/saves`, kept);
  return attemptId;
}

let forgotten: { learner: HttpLearner; attemptId: string };
let late: Page;
let lateFromMs: number;

test.beforeAll(async ({ browser, baseURL }) => {
  const learner = new HttpLearner(baseURL!);
  forgotten = { learner, attemptId: await beginAndForget(learner) };
  late = await (await browser.newContext({ baseURL })).newPage();
  await answerTwo(late);
  lateFromMs = performance.now() + (await left(late)) + graceMs;
});
test.afterAll(() => late.context().close());

/** What the page says is left, in milliseconds. */
async function left(page: Page): Promise<number> {
  const [minutes, seconds] = (await page.getByRole("timer").innerText()).split(":").map(Number);
  return (minutes! * 60 + seconds!) * 1000;
}

test("half a minute without a network loses nothing, and the time goes on", async ({ page }) => {
  await beginQuiz(page, choices);
  const before = await timeLeft(page);
  await offline(page, true);
  await options(page).nth(2).check();
  await square(page, "Question 2, open").click();
  await options(page).nth(0).check();
  await sleep(30_000);
  await expect(page.getByText("Not saved yet: no connection (2 answers wait)")).toBeVisible();
  const [shownMs, shownAtMs] = [await left(page), performance.now()];
  await offline(page, false);
  await allSaved(page);
  const after = await timeLeft(page);
  expectTimeWentOn(before, after);
  expect(Math.abs(shownMs - (after.askedMs - shownAtMs) - after.leftMs)).toBeLessThan(5000);
  await page.reload();
  await expect(square(page, "Question 1, answered")).toBeVisible();
  await expect(square(page, "Question 2, answered")).toBeVisible();
});

test("what waits when time is up is taken as long as it comes within the grace", async ({ page }) => {
  await answerTwo(page);
  await expect(timeIsUp(page)).toBeVisible();
  await expect(answer(page)).not.toBeEditable();
  await offline(page, false);
  await page.waitForURL(resultsPage);
  await expect(page.getByText("Your answer: saved in time")).toBeVisible();
  await expect(page.getByText("Your answer: not saved in time")).toBeVisible();
  await expect(page.getByText(/^Time was up on /)).toBeVisible();
  await expect(page.getByText("Some answers came too late")).toBeHidden();
});

test("what comes after the grace does not count, and that is said", async () => {
  await expect(timeIsUp(late)).toBeVisible();
  await sleep(lateFromMs + 2000 - performance.now());
  await offline(late, false);
  await late.waitForURL(resultsPage);
  await expect(late.getByText("Your answer: saved in time")).toBeVisible();
  await expect(late.getByText("Your answer: not saved in time")).toBeHidden();
  await expect(late.getByText("They were still on this device when the quiz ended, so they do not count: question 2.")).toBeVisible();
  await late.getByRole("button", { name: "Understood" }).click();
  await late.reload();
  await expect(late.getByText("Your answer: saved in time")).toBeVisible();
  await expect(late.getByText("Some answers came too late")).toBeHidden();
});

test("a quiz that nobody looks at any more is closed and graded with what was saved", async () => {
  const { learner, attemptId } = forgotten;
  // The log of answers knows nothing of a quiz before it is graded, and to read it grades none.
  const logged = async () => (await (await learner.fetch("/api/progress/export?format=jsonl")).text()).split("\n").filter(Boolean).map((line) => (JSON.parse(line) as { answer: string }).answer);
  await expect.poll(logged, { intervals: [5000], timeout: 90_000 }).toEqual(["kept"]);
  const results = await (await learner.fetch(`/quiz/${attemptId}/results`)).text();
  expect(results).toContain("Time was up on ");
  expect(results).toContain("Your answer: kept");
});
