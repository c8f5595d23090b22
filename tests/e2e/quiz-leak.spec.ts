import { randomUUID } from "node:crypto";
import type { BrowserContext, Page } from "@playwright/test";
import type { RunningQuiz } from "@/lib/quiz/exchange";
import { told, walk } from "@/tests/support/quiz-told";
import { ask, askAround } from "./support/ask-around";
import { asRead, givenAs, listen, type Heard } from "./support/heard";
import { expect, test } from "./support/test";

// What is not there, not open or not one's own is asked for on purpose, and the browser itself logs the refusals.
test.use({ expectedErrors: [/status of 4\d\d/] });

const takingPage = /\/quiz\/[\da-f-]{36}$/;
const resultsPage = /\/quiz\/[\da-f-]{36}\/results$/;

const start = (page: Page) => page.getByRole("button", { name: "Start", exact: true });
const heading = (page: Page) => page.getByRole("heading", { level: 1 });

async function begin(page: Page, address: string): Promise<string> {
  await page.goto(address);
  const taken = page.waitForResponse((response) => response.url().endsWith("/lease"));
  await start(page).click();
  await page.waitForURL(takingPage);
  await taken;
  return new URL(page.url()).pathname.replace("/quiz/", "");
}

/** The place to answer each option, without its words and number: what is left is alike in all, or tells them apart. */
const optionMarkup = (page: Page) =>
  page.getByRole("group", { name: "Choose one." }).locator("label").evaluateAll((labels) =>
    labels.map((label) => {
      const copy = label.cloneNode(true) as HTMLElement;
      for (const part of copy.querySelectorAll("*")) for (const node of [...part.childNodes]) if (node.nodeType === Node.TEXT_NODE) node.remove();
      return copy.outerHTML;
    }),
  );

/** Gives each question an answer: the first option, or a text that is right nowhere. */
async function answerAll(page: Page, count: number): Promise<void> {
  for (let number = 1; number <= count; number++) {
    await page.getByRole("navigation", { name: "Questions" }).getByRole("button", { name: `Question ${number}, open`, exact: true }).click();
    await expect(heading(page)).toContainText(`Question ${number} of ${count}`);
    const field = page.getByLabel(/^Your answer/);
    const option = page.getByRole("group", { name: "Choose one." }).getByRole("radio").first();
    await expect(field.or(option)).toBeVisible();
    if (await field.isVisible()) {
      await field.fill("something else altogether");
      continue;
    }
    expect(new Set(await optionMarkup(page)).size).toBe(1);
    await option.check();
  }
  await expect(page.getByText("All answers saved")).toBeVisible();
}

type Secrets = { factIds: string[]; statements: string[]; texts: string[] };

type Exported = { fact: string; statement: string; key: string; type: string };

/** From what the learner may have after the end. What stands in a question, or on the page before there was a quiz, is no secret. */
async function secretsOf(page: Page, shown: string): Promise<Secrets> {
  const { text } = await ask(page, "/api/progress/export?format=jsonl");
  const answers = text.trim().split("\n").map((line) => JSON.parse(line) as Exported);
  const isHidden = (words: string) => !shown.includes(asRead(words));
  const texts = answers.map(({ key }) => key).filter((key) => /\p{L}{3}/u.test(key) && isHidden(key));
  return { factIds: answers.map(({ fact }) => fact), statements: answers.map(({ statement }) => statement).filter(isHidden), texts };
}

/** Which of these words stand in what was heard, as words of their own. */
function foundIn(heard: readonly Heard[], words: readonly string[]): string[] {
  const all = heard.map(({ path, headers, text }) => `${path}\n${headers}\n${asRead(text)}`);
  return words.filter((word) => {
    const pattern = new RegExp(`(?<![\\p{L}\\d])${asRead(word).replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\d])`, "u");
    return all.some((text) => pattern.test(text));
  });
}

/** Names of what nobody is sent before the end; those that messages, choices and Next's own frames have as well are looked for in what the page is given. */
const withheld = /\\?"(certificates?|asserts|tests|factId|itemId|predicate|seed|features|eventId)\\?":/g;

async function handIn(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Hand in", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Hand in", exact: true }).click();
  await page.waitForURL(resultsPage);
  await page.reload({ waitUntil: "networkidle" });
}

/** What was heard before the end, what then, and what may be told only then. */
async function hearQuiz(page: Page, context: BrowserContext, forms: string): Promise<{ before: Heard[]; after: Heard[]; secrets: Secrets }> {
  const hear = listen(context);
  await page.goto("/quiz", { waitUntil: "networkidle" });
  const noQuiz = await hear();
  const attemptId = await begin(page, `/quiz?count=10&minutes=60&forms=${forms}`);
  const { text } = await ask(page, `/api/quiz/attempts/${attemptId}/lease`, { body: { leaseId: randomUUID() } });
  const { questions } = JSON.parse(text) as RunningQuiz;
  await askAround(page, attemptId, questions[0]!);
  await page.reload({ waitUntil: "networkidle" });
  await answerAll(page, questions.length);
  await page.goto(`/quiz/${attemptId}/results`);
  await expect(page).toHaveURL(takingPage);
  await page.waitForLoadState("networkidle");
  const before = await hear();
  await handIn(page);
  const secrets = await secretsOf(page, asRead(`${JSON.stringify(questions)} ${noQuiz.map((each) => each.text).join(" ")}`));
  return { before, after: (await hear()).slice(before.length), secrets };
}

const kinds = [{ what: "typed answers", forms: "short-answer", leastTexts: 1 }, { what: "options", forms: "multiple-choice,true-false", leastTexts: 0 }];

for (const { what, forms, leastTexts } of kinds) {
  test(`nothing that a browser is sent tells what is right before a quiz of ${what} is handed in`, async ({ page, context }) => {
    const { before, after, secrets } = await hearQuiz(page, context, forms);
    const { factIds, statements, texts } = secrets;
    expect(factIds).toHaveLength(10);
    expect(statements.length).toBeGreaterThan(4);
    expect(texts.length).toBeGreaterThanOrEqual(leastTexts);
    // It would be found if it were there: all of it is, once the quiz is over.
    const results = after.filter(({ path }) => path.endsWith("/results"));
    for (const words of [factIds, statements, texts]) expect(foundIn(results, words)).toEqual(words);

    expect(foundIn(before, [...factIds, ...statements])).toEqual([]);
    const ofQuiz = before.filter(({ path }) => /^\/(api\/)?quiz\b/.test(path));
    expect(foundIn(ofQuiz, texts)).toEqual([]);
    expect(ofQuiz.flatMap(({ path, text }) => [...text.matchAll(withheld)].map(([, name]) => `${name} in ${path}`))).toEqual([]);
    // The page is made of nothing but what its API says.
    const given = ofQuiz.flatMap(({ text }) => givenAs("running", text));
    expect(given.length).toBeGreaterThan(2);
    expect([...walk(given).names].filter((name) => !told.has(name))).toEqual([]);
  });
}

test("a question with a time of its own is sent only when its turn has come", async ({ page, context }) => {
  const hear = listen(context);
  const attemptId = await begin(page, "/quiz?count=5&each=600&forms=multiple-choice");
  const [api, heardBefore] = [`/api/quiz/attempts/${attemptId}`, [] as number[]];
  for (let number = 1; number <= 5; number++) {
    await expect(heading(page)).toContainText(`Question ${number} of 5`);
    const ahead = Array.from({ length: 5 - number }, (_, i) => number + i);
    for (const position of ahead) {
      const refusal = { status: 409, text: expect.stringContaining(`Question ${position + 1} is not open.`) };
      expect(await ask(page, `${api}/open`, { body: { leaseId: randomUUID(), position } })).toMatchObject(refusal);
      const save = { leaseId: randomUUID(), position, sequence: 1, response: { kind: "typed", text: "?" }, certainty: null, isFlagged: false, isFinal: true, elapsedMs: 1 };
      expect(await ask(page, `${api}/saves`, { body: save })).toMatchObject(refusal);
    }
    await ask(page, `/quiz/${attemptId}`, { headers: { RSC: "1" } });
    if (number === 2) await page.reload({ waitUntil: "networkidle" });
    heardBefore.push((await hear()).length);
    await page.getByRole("group", { name: "Choose one." }).getByRole("radio").first().check();
    if (number < 5) await page.getByRole("button", { name: "Go on", exact: true }).click();
  }
  const { text } = await ask(page, `${api}/lease`, { body: { leaseId: randomUUID() } });
  const stems = (JSON.parse(text) as RunningQuiz).questions.map((question) => asRead(question!.stem));
  const heard = await hear();
  for (const [position, stem] of stems.entries()) {
    const first = heard.findIndex((each) => asRead(each.text).includes(stem));
    expect(first, stem).toBeGreaterThanOrEqual(position === 0 ? 0 : heardBefore[position - 1]!);
  }
});

test("nobody else is told that there is such a quiz, with a session or without", async ({ page, browser, baseURL }) => {
  const attemptId = await begin(page, "/quiz?count=5&forms=multiple-choice");
  const { text } = await ask(page, `/api/quiz/attempts/${attemptId}/lease`, { body: { leaseId: randomUUID() } });
  const { questions } = JSON.parse(text) as RunningQuiz;
  const told = questions.flatMap((question) => [question!.stem, ...question!.options.map(({ id }) => id)]).map(asRead);
  const context = await browser.newContext({ baseURL });
  const other = await context.newPage();
  const hear = listen(context);
  const save = { leaseId: randomUUID(), position: 0, sequence: 9, response: null, certainty: null, isFlagged: false, isFinal: false, elapsedMs: 1 };
  const tryAll = async (id: string) => {
    const api = `/api/quiz/attempts/${id}`;
    const data = [await ask(other, `${api}/status`), ...(await Promise.all([["lease", { leaseId: id }], ["submit", { leaseId: id }], ["open", { leaseId: id, position: 0 }], ["saves", save]].map(([path, body]) => ask(other, `${api}/${path as string}`, { body }))))];
    const pages = [await ask(other, `/quiz/${id}`), await ask(other, `/quiz/${id}/results`)];
    return { data, pages: pages.map(({ status }) => status) };
  };
  await other.goto("/quiz");
  const none = await tryAll(attemptId);
  for (const { status } of none.data) expect(status).toBe(401);
  await begin(other, "/quiz?count=5&forms=multiple-choice");
  const [others, nobodys] = [await tryAll(attemptId), await tryAll(randomUUID())];
  expect(others).toEqual(nobodys);
  for (const { status, text: words } of others.data) expect([status, JSON.parse(words)]).toEqual([404, { error: { code: "NOT_FOUND", message: "There is no such quiz." } }]);
  const heard = (await hear()).filter(({ path }) => path.includes(attemptId));
  expect(heard.length).toBeGreaterThan(12);
  expect(told.filter((words) => heard.some((each) => asRead(each.text).includes(words)))).toEqual([]);
  await context.close();
  await page.reload();
  await expect(page.getByRole("button", { name: "Question 1, open", exact: true })).toBeVisible();
});
