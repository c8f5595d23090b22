import type { Page } from "@playwright/test";
import type { StudyCard } from "@/lib/questions/study-card";
import { dealCard } from "./support/dealt-card";
import { expectAccessible } from "./support/expect-accessible";
import { Learner } from "./support/learner";
import { expect, test } from "./support/test";

test.beforeEach(() => test.slow());

const opened = (page: Page, name: string) => page.getByRole("dialog", { name });
const why = (page: Page) => page.getByRole("button", { name: "Why this?" });
const more = (page: Page) => page.getByRole("button", { name: "More", exact: true });

const slipping: Partial<StudyCard> = {
  reason: { why: "due", seenDaysAgo: 12, overdueDays: 3, recall: 0.84, next: { right: 12, wrong: 0 } },
  leech: { lapses: 5, neighbours: ["Shenzhou 6 was launched on 12 October 2005.", "Shenzhou 7 was launched on 25 September 2008."] },
};
const changed: Partial<StudyCard> = { reason: { why: "changed", seenDaysAgo: 1, recall: 0.97 }, changedFrom: "16 October 2003", mnemonic: "Yang Liwei’s day.\nMid-October." };

/** Studies until the stubbed card is asked. */
async function reach(page: Page, form: "typed" | "flashcard", card: Partial<StudyCard>): Promise<Learner> {
  const { stem } = await dealCard(page, form, card);
  const learner = new Learner(page);
  await learner.begin();
  await learner.answerUntil(stem);
  return learner;
}

/** What the browser sends about facts; the server knows nothing of a stubbed card. */
async function catchChoices(page: Page): Promise<unknown[]> {
  const sent: unknown[] = [];
  await page.route("**/api/study/facts", (route) => {
    sent.push(route.request().postDataJSON());
    return route.fulfill({ json: { done: "note" } });
  });
  return sent;
}

/** The facts of the cards that the server deals from now on. */
function dealtFacts(page: Page): string[] {
  const facts: string[] = [];
  page.on("response", async (response) => {
    if (!response.url().includes("/api/study/cards?")) return;
    // The last ones may still be on their way when the test is over.
    const { cards } = (await response.json().catch(() => ({ cards: [] }))) as { cards: StudyCard[] };
    facts.push(...cards.map(({ factId }) => factId));
  });
  return facts;
}

test.describe("why this, why now", () => {
  test("says when it was asked, how likely it is known and what the answer changes, without the network", async ({ page, context }) => {
    await reach(page, "typed", slipping);
    await context.setOffline(true);
    await why(page).click();
    const dialog = opened(page, "Why this, why now?");
    for (const text of ["It was planned for 3 days ago.", "12 days ago", "about 84%: very likely", "Right: back in 12 days. Wrong: again in this session.", "What you write from memory"]) {
      await expect(dialog).toContainText(text);
    }
    await expect(dialog.getByRole("link", { name: "settings" })).toHaveAttribute("href", "/settings");
  });

  test("is there from the first question of a new learner on", async ({ page }) => {
    await new Learner(page).begin();
    await why(page).click();
    await expect(opened(page, "Why this, why now?")).toContainText("It is new to you");
    await expect(opened(page, "Why this, why now?")).toContainText("never");
  });
});

test("a fact that slips again and again shows what it is taken for, and the hint one writes", async ({ page }) => {
  const sent = await catchChoices(page);
  await reach(page, "flashcard", slipping);
  const title = page.getByRole("heading", { name: "You have forgotten this 5 times." });
  await expect(title).toBeHidden();
  await page.getByRole("button", { name: "Show the answer" }).click();
  await expect(title).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Shenzhou 7" })).toBeVisible();
  await page.getByRole("button", { name: "Write yourself a hint" }).click();
  const field = opened(page, "Your note").getByRole("textbox", { name: "Your note" });
  await expect(field).toBeFocused();
  // A number rates a flashcard, but not here.
  await field.pressSequentially("Five before 6");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(opened(page, "Your note")).toBeHidden();
  await expect(page.getByText("Five before 6")).toBeVisible();
  await page.getByRole("button", { name: "Suspend it" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Suspended." })).toBeVisible();
  const factId = "shenzhou-5.launch_date";
  expect(sent).toEqual([{ do: "note", factId, text: "Five before 6" }, { do: "suspend", factId }]);
});

test("a fact with another value than the one learnt says so before the question and with the answer", async ({ page }) => {
  const learner = await reach(page, "typed", changed);
  await expect(page.getByText("This has changed since you learnt it.")).toBeVisible();
  await expect(page.getByText("You learnt: 16 October 2003")).toBeVisible();
  await expect(page.getByText("Mid-October.")).toBeHidden();
  await learner.input().fill("15 October 2003");
  await learner.check().click();
  await expect(page.getByText("What you had learnt no longer holds: 16 October 2003")).toBeVisible();
  await expect(page.getByText("Mid-October.")).toBeVisible();
});

test.describe("putting a fact aside", () => {
  test("goes on at once, and neither the session nor a reload brings it back", async ({ page }) => {
    const learner = new Learner(page);
    await learner.begin();
    const dealt = dealtFacts(page);
    const left = await learner.left();
    await more(page).click();
    const request = page.waitForRequest("**/api/study/facts");
    await opened(page, "This question").getByRole("button", { name: "Suspend" }).click();
    const { factId } = (await request).postDataJSON() as { factId: string };
    await expect(page.getByRole("status").filter({ hasText: "Suspended." })).toBeVisible();
    await expect(learner.question()).toBeFocused();
    await expect.poll(() => learner.left()).toBe(left - 1);
    for (let i = 0; i < 4; i++) {
      if ((await learner.answer()).form !== "flashcard") await learner.goOn().click();
      await learner.expectNext();
    }
    await page.reload();
    await learner.expectNext();
    await expect.poll(() => dealt.length).toBeGreaterThan(0);
    expect(dealt).not.toContain(factId);
  });

  test("can be undone on the spot", async ({ page }) => {
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith("/api/study/facts")) sent.push((request.postDataJSON() as { do: string }).do);
    });
    await new Learner(page).begin();
    await more(page).click();
    await opened(page, "This question").getByRole("button", { name: "Leave until tomorrow" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Left until tomorrow." })).toBeVisible();
    const notice = page.getByRole("status").filter({ hasText: "Left until tomorrow." }).locator("..");
    await notice.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Taken up again." })).toBeVisible();
    await expect.poll(() => sent).toEqual(["bury", "resume"]);
  });

  test.describe("without a connection", () => {
    test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/] });

    test("goes on all the same, and the server hears of it when the connection is back", async ({ page, context }) => {
      const learner = new Learner(page);
      await learner.begin();
      const stem = await learner.question().innerText();
      await more(page).click();
      const suspend = opened(page, "This question").getByRole("button", { name: "Suspend" });
      await expect(suspend).toBeVisible();
      await context.setOffline(true);
      await suspend.click();
      await expect(learner.question()).not.toHaveText(stem, { useInnerText: true });
      await expect(page.getByText("A fact put aside waits to be sent")).toBeVisible();
      const stored = page.waitForResponse("**/api/study/facts");
      await context.setOffline(false);
      expect((await stored).ok()).toBe(true);
      await expect(page.getByText("Saved")).toBeVisible();
      await page.reload();
      await learner.expectNext();
      await expect(learner.question()).not.toHaveText(stem, { useInnerText: true });
    });

    test("a dialog that was never loaded takes nothing of the session with it, and after an answer, and a reload, all of them are there", async ({ page, context }) => {
      const learner = new Learner(page);
      await learner.begin();
      const stem = await learner.question().innerText();
      await context.setOffline(true);
      await more(page).click();
      await expect(page.getByRole("alert").filter({ hasText: "That could not be loaded." })).toBeVisible();
      await expect(learner.question()).toHaveText(stem, { useInnerText: true });
      await context.setOffline(false);
      if ((await learner.answer()).form !== "flashcard") await learner.goOn().click();
      await learner.expectNext();
      await learner.quiet();
      await page.reload();
      await learner.expectNext();
      await learner.quiet();
      await context.setOffline(true);
      await more(page).click();
      await opened(page, "This question").getByRole("button", { name: "Suspend" }).click();
      await expect(page.getByRole("status").filter({ hasText: "Suspended." })).toBeVisible();
    });

    test("an answer goes without the help that could not be loaded", async ({ page }) => {
      const { stem } = await dealCard(page, "flashcard", slipping);
      const learner = new Learner(page);
      await learner.begin();
      await learner.quiet();
      const chunks = "**/_next/static/chunks/**";
      await page.route(chunks, (route) => route.abort("internetdisconnected"));
      await learner.answerUntil(stem);
      await learner.show().click();
      await expect(page.getByText("Shenzhou 5 was launched on 15 October 2003.")).toBeVisible();
      await expect(page.getByText(slipping.leech!.neighbours[0]!)).toBeHidden();
      await page.unroute(chunks);
      await page.getByRole("button", { name: /^Good/ }).click();
      await learner.expectNext();
    });
  });
});

test("a note comes with the answer, also when the fact is asked again, and is never seen before it", async ({ page }) => {
  const learner = new Learner(page);
  const note = page.getByText("The one by the sea.");
  await learner.begin();
  await more(page).click();
  await expect(opened(page, "This question").getByRole("button", { name: "Suspend" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Write yourself a hint" })).toBeHidden();
  await page.keyboard.press("Escape");
  for (let step = await learner.answer(); step.isRight; step = await learner.answer()) {
    if (step.form !== "flashcard") await learner.goOn().click();
    await learner.expectNext();
  }
  await more(page).click();
  await opened(page, "This question").getByRole("button", { name: "Write yourself a hint" }).click();
  await page.getByRole("textbox", { name: "Your note" }).fill("The one by the sea.");
  const request = page.waitForRequest("**/api/study/facts");
  await page.getByRole("button", { name: "Save" }).click();
  const { factId } = (await request).postDataJSON() as { factId: string };
  await expect(note).toBeVisible();
  await page.getByRole("button", { name: "Change your note" }).click();
  await expect(page.getByRole("textbox", { name: "Your note" })).toHaveValue("The one by the sea.");
  await page.keyboard.press("Escape");
  await page.goto(`/study?what=facts:${factId}&how=learn`);
  await expect(learner.question()).toBeVisible();
  await expect(note).toBeHidden();
  await learner.answer();
  await expect(note).toBeVisible();
});

test("everything is reached by the keyboard alone, and the focus comes back", async ({ page }) => {
  await reach(page, "typed", slipping);
  await why(page).focus();
  await page.keyboard.press("Enter");
  await expect(opened(page, "Why this, why now?")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(opened(page, "Why this, why now?")).toBeHidden();
  await expect(why(page)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(more(page)).toBeFocused();
  await page.keyboard.press("Enter");
  const actions = ["Close", "Leave until tomorrow", "Suspend", "Report this question"];
  for (const name of actions) {
    await expect(opened(page, "This question").getByRole("button", { name, exact: true })).toBeFocused();
    if (name !== actions.at(-1)) await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await expect(opened(page, "Report this question")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(more(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await opened(page, "This question").getByRole("button", { name: "Close" }).press("Enter");
  await expect(more(page)).toBeFocused();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("axe finds nothing in the dialogs, the notices and the panel, and nothing is wider than a phone", async ({ page }) => {
    await catchChoices(page);
    const expectSound = async (where: string) => {
      await expectAccessible(page, where);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), where).toBeLessThanOrEqual(390);
    };
    await reach(page, "flashcard", { ...changed, ...slipping, mnemonic: "Shenzhou".repeat(60) });
    await expectSound("question");
    await why(page).click();
    await expect(opened(page, "Why this, why now?")).toBeVisible();
    await expectSound("why");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Show the answer" }).click();
    await expect(page.getByRole("button", { name: "Suspend it" })).toBeVisible();
    await expectSound("panel");
    await more(page).click();
    await expect(opened(page, "This question")).toBeVisible();
    await expectSound("more");
    await opened(page, "This question").getByRole("button", { name: "Change your note" }).click();
    await expect(opened(page, "Your note")).toBeVisible();
    await expectSound("note");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Suspend it" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Suspended." })).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectSound("put aside");
  });
});
