import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/expect-accessible";
import { allSaved, beginQuiz, choices, choose, handIn, heading, onQuestion, resultsPage, square } from "./support/quiz";
import { expect, test } from "./support/test";

const main = (page: Page) => page.getByRole("main");

test("a screen reader hears the time, the questions, the one that is shown, its options and the way on, in this order", async ({ page }) => {
  await beginQuiz(page, choices);
  await choose(page, 1, 1);
  await page.keyboard.press("f");
  await allSaved(page);
  await expect(main(page)).toMatchAriaSnapshot(`
    - main:
      - timer "Time left": /^\\d+:\\d\\d$/
      - button "Hide the time"
      - paragraph: All answers saved
      - navigation "Questions":
        - list:
          - listitem:
            - button "Question 1, answered, flagged"
          - listitem:
            - button "Question 2, open"
      - heading /^Question 1 of 5\\. ./ [level=1]
      - group "Choose one.":
        - radio /./
        - radio /./ [checked]
        - radio /./
      - button "Flag for later" [pressed]
      - button "Clear the answer"
      - button "Previous" [disabled]
      - button "Next"
      - button "Hand in"
      - button "Keyboard"
  `);
  // The time is not read out with each second, and what is at hand is said where one is.
  await expect(page.getByRole("timer")).not.toHaveAttribute("aria-live", /.*/);
  await expect(square(page, "Question 1, answered, flagged")).toHaveAttribute("aria-current", "step");
  await page.getByRole("button", { name: "Hand in", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Hand in the quiz?" });
  await expect(dialog).toMatchAriaSnapshot(`
    - dialog "Hand in the quiz?":
      - heading "Hand in the quiz?" [level=2]
      - button "Close"
      - paragraph: 4 questions are open.
      - paragraph: One is flagged for later.
      - paragraph: After that nothing can be changed.
      - button "Hand in"
      - button "To the first open question"
      - button "To the first flagged question"
      - button "Keep working"
  `);
  await expect(dialog).toHaveAccessibleDescription("4 questions are open. One is flagged for later. After that nothing can be changed.");
});

test("an option that a key chooses is read out, one that was pressed itself says so by itself, and the next question begins in silence", async ({ page }) => {
  await beginQuiz(page, choices);
  const spoken = main(page).getByRole("status").filter({ hasText: /hosen: / });
  const option = async (at: number) => (await page.getByRole("group", { name: "Choose one." }).locator("label").nth(at).locator("span").innerText()).trim();
  await page.keyboard.press("2");
  await expect(spoken).toHaveText(`Chosen: ${await option(1)}.`);
  await page.keyboard.press("1");
  await expect(spoken).toHaveText(`Chosen: ${await option(0)}.`);
  await page.getByRole("radio").nth(2).check();
  await expect(spoken).toHaveText(`Chosen: ${await option(0)}.`);
  await page.getByRole("button", { name: "Clear the answer" }).click();
  await expect(spoken).toHaveText(`No longer chosen: ${await option(2)}.`);
  await page.keyboard.press("n");
  await onQuestion(page, 2);
  await expect(spoken).toHaveCount(0);
});

test("with all questions on a page each is a place of its own", async ({ page }) => {
  await beginQuiz(page, "/quiz?count=5&forms=short-answer&layout=page&time=none");
  await page.getByRole("region", { name: "Question 2 of 5" }).getByLabel(/^Your answer/).fill("something else altogether");
  await allSaved(page);
  await expect(main(page)).toMatchAriaSnapshot(`
    - main:
      - heading "Quiz" [level=1]
      - paragraph: No time limit
      - paragraph: All answers saved
      - navigation "Questions"
      - region "Question 1 of 5":
        - heading /^Question 1 of 5\\. ./ [level=2]
        - textbox "Your answer"
        - button "Flag for later"
      - region "Question 2 of 5":
        - heading /^Question 2 of 5\\. ./ [level=2]
        - textbox "Your answer": something else altogether
        - button "Flag for later"
        - button "Clear the answer"
      - region "Question 3 of 5"
      - region "Question 4 of 5"
      - region "Question 5 of 5"
      - button "Hand in"
  `);
  await expectAccessible(page);
  await handIn(page);
  await expect(main(page)).toMatchAriaSnapshot(`
    - main:
      - article:
        - heading "Everything" [level=1]
        - paragraph: /^Handed in on /
        - term: Points
        - definition: 0 of 5
        - term: Time
        - link "Practise the mistake"
        - region "Question by question":
          - heading "Question by question" [level=2]
          - navigation "Which questions are shown"
          - list:
            - listitem:
              - article:
                - paragraph: /^Question 1 · /
                - heading [level=3]
                - paragraph: /^Left blank 0 of 1/
                - list "Sources"
            - listitem:
              - article:
                - paragraph: /^Question 2 · /
                - heading [level=3]
                - paragraph: "Your answer: something else altogether"
                - paragraph:
                  - text: Not quite 0 of 1
                  - link "How well you know it (question 2)"
                - paragraph: /./
                - list "Sources"
  `);
});

/** Every way to answer, and the keys that do it from the question's heading on. */
const ways = [
  { form: "multiple-response", keys: ["1", "2"] },
  { form: "ordering", keys: ["1", "ArrowDown"] },
  { form: "matching", keys: ["a", "b", "c"] },
  { form: "numeric", keys: ["Tab", "7"] },
  { form: "map", keys: ["2"] },
];

for (const { form, keys } of ways) {
  test(`a quiz of the form ${form} is taken by keys alone, and axe finds nothing in it`, async ({ page }) => {
    await beginQuiz(page, `/quiz?count=5&forms=${form}&marking=certainty`);
    const count = Number(/ of (\d+)\./.exec(await heading(page).innerText())?.[1]);
    await expect(heading(page)).toBeFocused();
    for (const key of keys) await page.keyboard.press(key);
    await expect(square(page, "Question 1, answered")).toBeVisible();
    await allSaved(page);
    await expectAccessible(page);
    for (let number = 1; number <= count; number++) {
      await onQuestion(page, number);
      await page.keyboard.press("Enter");
    }
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByRole("button", { name: "Close" })).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(dialog.getByRole("button", { name: "Hand in", exact: true })).toBeFocused();
    await page.keyboard.press("Enter");
    await page.waitForURL(resultsPage);
    await expect(page.getByRole("heading", { level: 3 })).toHaveCount(count);
  });
}
