import type { Page } from "@playwright/test";
import { expect } from "./test";

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** How many of the words stand in the statement. */
const overlap = (statement: string, text: string) => {
  const said = new Set(wordsOf(statement));
  return wordsOf(text).filter((word) => said.has(word)).length;
};

export type Step = { form: "choice" | "typed" | "flashcard"; isRight: boolean };

/** Studies as a person does who knows nothing at first and remembers each verdict. */
export class Learner {
  private readonly heard: { statement: string; answer: string }[] = [];

  constructor(private readonly page: Page) {}

  readonly goOn = () => this.page.getByRole("button", { name: "Go on" });
  readonly isOver = () => this.page.getByRole("heading", { name: "That is all for today." });
  readonly question = () => this.page.getByRole("heading", { level: 1 });
  readonly options = () => this.page.getByRole("list", { name: "Options" }).getByRole("button");

  /** Begins as a guest from the home page. */
  async begin(): Promise<void> {
    await this.page.goto("/");
    await this.page.getByRole("button", { name: "Study now" }).click();
    await this.page.waitForURL("/study");
    await expect(this.page.getByText(/^\d+ left$|^last one$/)).toBeVisible();
  }

  private best(stem: string): { statement: string; answer: string } | undefined {
    return [...this.heard].sort((a, b) => overlap(b.statement, stem) - overlap(a.statement, stem))[0];
  }

  private async choose(stem: string): Promise<void> {
    const texts = await this.options().allInnerTexts();
    const scores = texts.map((text) => Math.max(0, ...this.heard.map(({ statement }) => overlap(statement, `${stem} ${text}`))));
    await this.options().nth(scores.indexOf(Math.max(...scores))).click();
  }

  /** Answers the shown question and waits for the verdict; a flashcard has none and leads straight on. */
  async answer(): Promise<Step> {
    const stem = await this.question().innerText();
    const show = this.page.getByRole("button", { name: "Show the answer" });
    const input = this.page.getByLabel("Your answer");
    await expect(this.options().first().or(show).or(input)).toBeVisible();
    if (await show.isVisible()) {
      await show.click();
      await this.page.getByRole("button", { name: "Good" }).click();
      return { form: "flashcard", isRight: true };
    }
    const form = (await input.isVisible()) ? "typed" : "choice";
    if (form === "choice") await this.choose(stem);
    else {
      await input.fill(this.best(stem)?.answer ?? "no idea");
      await this.page.getByRole("button", { name: "Check" }).click();
    }
    await expect(this.goOn()).toBeVisible();
    return { form, isRight: await this.listen() };
  }

  /** Takes in what the verdict says. */
  private async listen(): Promise<boolean> {
    const lines = await this.page.getByTestId("verdict").locator("p").allInnerTexts();
    const answer = lines.map((line) => /^The answer is (.*)\.$/.exec(line)?.[1]).find((text) => text !== undefined) ?? "";
    for (const statement of lines.slice(1)) this.heard.push({ statement, answer });
    return lines[0] === "Right";
  }
}
