import type { Page } from "@playwright/test";
import { watchNetwork } from "./quiet";
import { expect } from "./test";

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** How many of the words stand in the statement. */
const overlap = (statement: string, text: string) => {
  const said = new Set(wordsOf(statement));
  return wordsOf(text).filter((word) => said.has(word)).length;
};

/** `steps`: several things to do, then "Check". */
export type Step = { form: "choice" | "typed" | "flashcard" | "steps"; isRight: boolean };

/** Studies as a person does who knows nothing at first and remembers each verdict. */
export class Learner {
  private readonly heard: { statement: string; answer: string }[] = [];

  /** Waits until the server has heard of every answer, and the page has fetched ahead what it wants. */
  readonly quiet: () => Promise<void>;

  constructor(private readonly page: Page) {
    this.quiet = watchNetwork(page);
  }

  readonly goOn = () => this.page.getByRole("button", { name: "Go on" });
  readonly isOver = () => this.page.getByRole("heading", { name: "That is all for today." });
  readonly question = () => this.page.getByRole("heading", { level: 1 });
  readonly show = () => this.page.getByRole("button", { name: "Show the answer" });
  readonly input = () => this.page.getByLabel("Your answer");
  readonly check = () => this.page.getByRole("button", { name: "Check", exact: true });
  readonly options = () => this.page.getByRole("list", { name: "Options" }).getByRole("button");

  /** Begins as a guest from the home page. */
  async begin(): Promise<void> {
    await this.page.goto("/");
    await this.page.getByRole("button", { name: "Study now" }).click();
    await this.page.waitForURL("/study");
    await expect(this.page.getByText(/^\d+ left$|^last one$/)).toBeVisible();
  }

  /** The form of the question that is shown. */
  private async shownForm(): Promise<Step["form"]> {
    await expect(this.options().first().or(this.show()).or(this.check())).toBeVisible();
    if (await this.show().isVisible()) return "flashcard";
    if (await this.input().isVisible()) return "typed";
    return (await this.options().first().isVisible()) ? "choice" : "steps";
  }

  /** Begins and answers other forms until a question with options is shown; which form comes first is up to chance. Gives how many were answered, and the server knows of them all. */
  async beginWithOptions(): Promise<number> {
    await this.begin();
    let answered = 0;
    for (; (await this.shownForm()) !== "choice"; answered++) await this.answerAndGoOn();
    if (answered > 0) await this.quiet();
    return answered;
  }

  /** Answers what is asked until this question is, and has the focus: it would take that from what a test puts it on. */
  async answerUntil(stem: string): Promise<void> {
    while ((await this.question().innerText()).replace(/\s/g, " ") !== stem) await this.answerAndGoOn();
    await expect(this.page.locator(":focus").and(this.question().or(this.input()))).toBeVisible();
  }

  private async answerAndGoOn(): Promise<void> {
    const { form } = await this.answer();
    if (form !== "flashcard") await this.goOn().click();
    await this.expectNext();
  }

  /** Waits until the question before is gone and the next, or the end, is there; two facts in a row may be asked in the same words. */
  async expectNext(): Promise<void> {
    await expect(this.goOn()).toBeHidden();
    await expect(this.page.getByRole("group", { name: "How well did you know it?" })).toBeHidden();
    await expect(this.question()).toBeVisible();
  }

  /** How many questions the session says are left. */
  async left(): Promise<number> {
    const text = await this.page.getByText(/^\d+ left$|^last one$|^none left$/).innerText();
    return text === "last one" ? 1 : Number.parseInt(text, 10) || 0;
  }

  private best(stem: string): { statement: string; answer: string } | undefined {
    return [...this.heard].sort((a, b) => overlap(b.statement, stem) - overlap(a.statement, stem))[0];
  }

  private async choose(stem: string): Promise<void> {
    const texts = await this.options().allInnerTexts();
    const scores = texts.map((text) => Math.max(0, ...this.heard.map(({ statement }) => overlap(statement, `${stem} ${text}`))));
    await this.options().nth(scores.indexOf(Math.max(...scores))).click();
  }

  /** Ticks what was heard of in a verdict; the first box when nothing was. */
  private async tick(): Promise<void> {
    const boxes = this.page.getByRole("checkbox");
    const texts = await boxes.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).labels?.[0]?.querySelector("span")?.innerText ?? ""));
    const isKnown = (text: string) => this.heard.some(({ statement }) => overlap(statement, text) === wordsOf(text).length);
    const known = texts.flatMap((text, i) => (isKnown(text) ? [i] : []));
    for (const i of known.length > 0 ? known : [0]) await boxes.nth(i).check();
  }

  /** Puts beside each prompt the option that was heard of together with it, or the next that is left. */
  private async pair(): Promise<void> {
    const prompts = await this.page.getByRole("list", { name: "To be matched" }).getByRole("listitem").allInnerTexts();
    const options = this.page.getByRole("group", { name: "Options" }).getByRole("button");
    const texts = await options.allInnerTexts();
    const left = new Set(texts.keys());
    for (const prompt of prompts) {
      const score = (i: number) => Math.max(0, ...this.heard.map(({ statement }) => overlap(statement, `${prompt} ${texts[i]}`)));
      const best = [...left].sort((a, b) => score(b) - score(a))[0]!;
      left.delete(best);
      await options.nth(best).click();
    }
  }

  /** Does what there is to do before "Check"; an order is left as it stands. */
  private async fillIn(): Promise<void> {
    const [box, pairs] = [this.page.getByRole("checkbox").first(), this.page.getByRole("list", { name: "To be matched" })];
    // What few questions need is fetched when one is near, and may come a moment after the question.
    await expect(box.or(pairs).or(this.page.getByRole("list", { name: "Put these in order" }))).toBeVisible();
    if (await box.isVisible()) await this.tick();
    if (await pairs.isVisible()) await this.pair();
  }

  /** Answers the shown question and waits for the verdict; a flashcard has none and leads straight on. */
  async answer(): Promise<Step> {
    const stem = await this.question().innerText();
    const form = await this.shownForm();
    if (form === "flashcard") {
      await this.show().click();
      await this.page.getByRole("button", { name: "Good" }).click();
      return { form, isRight: true };
    }
    if (form === "choice") await this.choose(stem);
    if (form === "typed") await this.input().fill(this.best(stem)?.answer || "no idea");
    if (form === "steps") await this.fillIn();
    if (form !== "choice") await this.check().click();
    await expect(this.goOn()).toBeVisible();
    return { form, isRight: await this.listen() };
  }

  /** Answers the shown question and goes on, touching nothing but keys. */
  async answerByKeyboard(): Promise<Step["form"]> {
    const form = await this.shownForm();
    if (form === "flashcard") {
      await this.listensToKeys();
      await this.page.keyboard.press("Space");
      await expect(this.page.getByRole("group", { name: "How well did you know it?" })).toBeVisible();
      await this.page.keyboard.press("3");
      return form;
    }
    if (form === "typed") {
      await expect(this.input()).toBeFocused();
      await this.page.keyboard.type("1 2 3 a b c");
    } else {
      await this.listensToKeys();
      await this.page.keyboard.press("b");
    }
    if (form !== "choice") await this.page.keyboard.press("Enter");
    await expect(this.goOn()).toBeFocused();
    await expect(this.page.getByTestId("verdict")).toBeVisible();
    await this.page.keyboard.press("Enter");
    return form;
  }

  /** The page begins to listen when it puts the focus on the question, a moment after that is shown. */
  listensToKeys(): Promise<void> {
    return expect(this.question()).toBeFocused();
  }

  /** Takes in what the verdict says. */
  private async listen(): Promise<boolean> {
    const lines = await this.page.getByTestId("verdict").locator("p, li").allInnerTexts();
    const answer = lines.map((line) => /^The answer is (.*)\.$/.exec(line)?.[1]).find((text) => text !== undefined) ?? "";
    for (const statement of lines.slice(1)) this.heard.push({ statement, answer });
    return lines[0] === "Right";
  }
}
