import type { BrowserContext, Page } from "@playwright/test";
import { dealCard } from "./support/dealt-card";
import { Learner } from "./support/learner";
import { expect, test } from "./support/test";

type Sent = { path: "answers" | "undos"; eventId: string; undoes?: string };

/** What reaches the server, in order. */
function listen(context: BrowserContext): Sent[] {
  const sent: Sent[] = [];
  context.on("response", (response) => {
    const path = /\/api\/study\/(answers|undos)$/.exec(response.url())?.[1] as Sent["path"] | undefined;
    if (path && response.ok()) sent.push({ path, ...(response.request().postDataJSON() as Omit<Sent, "path">) });
  });
  return sent;
}

const undoButton = (page: Page) => page.getByRole("button", { name: "Undo", exact: true });

const waitingOnDevice = (page: Page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("hangtian.outbox")).length);

/** Opens a session of one's own as a guest who has begun. */
async function open(page: Page, path: string): Promise<Learner> {
  const learner = new Learner(page);
  await learner.begin();
  await page.goto(path);
  await expect(page.getByText(/^\d+ left$|^last one$/)).toBeVisible();
  return learner;
}

async function answerAndGoOn(learner: Learner): Promise<void> {
  if ((await learner.answer()).form !== "flashcard") await learner.goOn().click();
  await learner.expectNext();
}

const isSummary = (page: Page) => page.getByRole("heading", { name: /^That is all for (now|today)\.$/ });

test.describe("taking an answer back", () => {
  test("asks the question anew, and what is answered then counts once", async ({ page, context }) => {
    const sent = listen(context);
    const learner = new Learner(page);
    const answersBefore = await learner.beginWithOptions();
    await expect.poll(() => sent.length).toBe(answersBefore);
    const [stem, left] = [await learner.question().innerText(), await learner.left()];
    await learner.options().first().click();
    await expect(learner.goOn()).toBeVisible();
    await undoButton(page).click();
    await expect(page.getByTestId("verdict")).toBeHidden();
    await expect(learner.question()).toHaveText(stem, { useInnerText: true });
    await expect(learner.question()).toBeFocused();
    await expect(page.getByRole("status").filter({ hasText: "Your last answer was taken back." })).toHaveCount(1);
    await expect.poll(() => learner.left()).toBe(left);
    await learner.options().nth(1).click();
    await expect(learner.goOn()).toBeVisible();
    await expect(page.getByText("Saved")).toBeVisible();
    await expect.poll(() => sent.slice(answersBefore).map(({ path }) => path)).toEqual(["answers", "undos", "answers"]);
    const [first, undo] = sent.slice(answersBefore);
    expect(undo?.undoes).toBe(first?.eventId);
    const isRight = (await page.getByTestId("verdict").innerText()).startsWith("Right");
    await page.reload();
    await learner.expectNext();
    await expect.poll(() => learner.left()).toBe(isRight ? left - 1 : left);
  });

  test("goes back through the whole session by the keyboard, what was before a reload as well", async ({ page, context }) => {
    const sent = listen(context);
    const learner = new Learner(page);
    await learner.begin();
    const left = await learner.left();
    const stems: string[] = [];
    for (let i = 0; i < 4; i++) {
      stems.push(await learner.question().innerText());
      await answerAndGoOn(learner);
    }
    await page.reload();
    await expect(undoButton(page)).toBeEnabled();
    for (const stem of stems.reverse()) {
      await learner.question().focus();
      await page.keyboard.press("Control+z");
      await expect(learner.question()).toHaveText(stem, { useInnerText: true });
    }
    await expect(undoButton(page)).toBeDisabled();
    await page.keyboard.press("Control+z");
    await expect(learner.question()).toHaveText(stems.at(-1)!, { useInnerText: true });
    await expect.poll(() => sent.filter(({ path }) => path === "undos").length).toBe(4);
    await page.reload();
    await learner.expectNext();
    await expect.poll(() => learner.left()).toBe(left);
  });

  test("works after the last card, and the session ends again after it", async ({ page }) => {
    const learner = await open(page, "/study?cards=2");
    await answerAndGoOn(learner);
    const stem = await learner.question().innerText();
    await answerAndGoOn(learner);
    await expect(isSummary(page)).toBeVisible();
    await page.reload();
    await expect(isSummary(page), "a reload does not begin another session").toBeVisible();
    await page.keyboard.press("Control+z");
    await expect(learner.question()).toHaveText(stem, { useInnerText: true });
    await answerAndGoOn(learner);
    await expect(isSummary(page)).toBeVisible();
    await page.getByRole("button", { name: "Take the last answer back" }).click();
    await expect(learner.question()).toHaveText(stem, { useInnerText: true });
    await page.goto("/study?cards=2");
    await expect.poll(() => learner.left(), { message: "what is opened anew begins anew" }).toBe(2);
  });

  test("leaves the keys of a text field to who writes in it", async ({ page, context }) => {
    const { stem } = await dealCard(page, "typed");
    const sent = listen(context);
    const learner = new Learner(page);
    await learner.begin();
    await learner.answerUntil(stem);
    await page.getByLabel("Your answer").pressSequentially("15 October");
    await page.keyboard.press("Control+z");
    await expect(page.getByLabel("Your answer")).not.toHaveValue("15 October");
    await expect(learner.question()).toHaveText(stem);
    expect(sent.filter(({ path }) => path === "undos")).toEqual([]);
  });
});

test.describe("a session of some length", () => {
  test("ends after so many cards, says what came of it, and goes on if one likes", async ({ page }) => {
    const learner = await open(page, "/study?cards=3");
    await expect.poll(() => learner.left()).toBe(3);
    for (let i = 0; i < 3; i++) await answerAndGoOn(learner);
    await expect(page.getByRole("heading", { name: "That is all for now." })).toBeFocused();
    await expect(page.getByText(/^3 questions, \d right\.$/)).toBeVisible();
    await expect(page.getByRole("heading", { name: /new facts? (not )?learnt( yet)?$|facts? slipped$/ }).first()).toBeVisible();
    await page.getByRole("button", { name: "Study on" }).click();
    await expect(page.getByText("3 left")).toBeVisible();
  });

  test("ends when the time is up, but not before the question under way is answered", async ({ page }) => {
    const learner = new Learner(page);
    await learner.begin();
    await page.clock.install();
    await page.goto("/study?minutes=5");
    await answerAndGoOn(learner);
    await page.clock.fastForward("05:01");
    await expect(learner.question()).toBeVisible();
    await expect(isSummary(page)).toBeHidden();
    await answerAndGoOn(learner);
    await expect(isSummary(page)).toBeVisible();
  });

  test("offers what slipped again at once", async ({ page }) => {
    const learner = await open(page, "/study?what=due&how=learn&cards=4");
    const again = page.getByRole("link", { name: /^The (missed one|\d missed ones) again$/ });
    while (!(await isSummary(page).isVisible())) await answerAndGoOn(learner);
    // Who knows nothing misses something of four; if not, there is nothing to offer.
    const isAllRight = await page.getByText("4 questions, 4 right.").isVisible();
    expect(await again.isVisible()).toBe(!isAllRight);
    if (isAllRight) return;
    await again.click();
    await page.waitForURL(/what=facts/);
    await expect(learner.question()).toBeVisible();
    await expect(isSummary(page)).toBeHidden();
  });
});

test.describe("an address", () => {
  test.use({ expectedErrors: [/status of 404/] });

  test("of flashcards alone deals nothing else, and one of questions no flashcard", async ({ page }) => {
    const learner = await open(page, "/study?how=flashcards&cards=4");
    for (let i = 0; i < 4; i++) {
      await expect(learner.show()).toBeVisible();
      await answerAndGoOn(learner);
    }
    // An answer that is still on its way would count in the next session.
    await learner.quiet();
    await page.goto("/study?what=topic:engines&how=learn&cards=4");
    for (let i = 0; i < 4; i++) {
      await expect(learner.question()).toBeVisible();
      await expect(learner.show()).toBeHidden();
      await answerAndGoOn(learner);
    }
  });

  test("that asks for what cannot be is met with the usual session and a word about it", async ({ page }) => {
    await open(page, "/study?how=backwards&cards=none");
    await expect(page.getByText("Part of this address was not understood, so the session is as usual.")).toBeVisible();
  });

  test("of something unknown says that there is no such page", async ({ page }) => {
    await new Learner(page).begin();
    for (const path of ["/study?what=everything", "/study?what=entity:no-such-thing", "/study?what=due&what=weak"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 }), path).toHaveText(/not/i);
      await expect(page.getByText(/left$/), path).toBeHidden();
    }
  });
});

test.describe("without a network", () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED/] });

  test("the questions at hand are answered, the page is closed, and a later visit sends everything once", async ({ page, context }) => {
    const learner = new Learner(page);
    await learner.begin();
    await answerAndGoOn(learner);
    await learner.quiet();
    await expect(page.getByText("Saved")).toBeVisible();
    await context.setOffline(true);
    const offline = page.getByText("You are offline. The next question comes when you are back.");
    let answered = 0;
    while (!(await offline.isVisible())) {
      if (await learner.show().isVisible()) {
        await learner.show().click();
        await page.getByRole("button", { name: "Good" }).click();
      } else {
        await learner.options().first().click();
        await expect(page.getByRole("button", { name: "Go on without the verdict" })).toBeFocused();
        await page.keyboard.press("Enter");
        await expect(page.getByRole("button", { name: "Go on without the verdict" })).toBeHidden();
      }
      answered += 1;
      await expect(learner.question().or(offline)).toBeVisible();
      await expect(page.getByText(answered === 1 ? "One answer waits to be sent" : `${answered} answers wait to be sent`)).toBeVisible();
    }
    expect(answered).toBeGreaterThanOrEqual(4);
    expect(await waitingOnDevice(page)).toBe(answered);
    await page.close();

    await context.setOffline(false);
    const sent = listen(context);
    const later = await context.newPage();
    await later.goto("/study");
    await expect.poll(() => sent.length).toBe(answered);
    await expect.poll(() => waitingOnDevice(later)).toBe(0);
    await expect(later.getByText("Saved")).toBeVisible();
    await expect(new Learner(later).question()).toBeVisible();
    expect(new Set(sent.map(({ eventId }) => eventId)).size).toBe(answered);
    expect(sent).toHaveLength(answered);
  });

  test("an answer and its undo wait together, and the answer that counts comes last", async ({ page, context }) => {
    const learner = new Learner(page);
    await learner.beginWithOptions();
    await expect(page.getByText(/left$/)).toBeVisible();
    await context.setOffline(true);
    const sent = listen(context);
    await learner.options().first().click();
    await expect(page.getByText("One answer waits to be sent")).toBeVisible();
    await undoButton(page).click();
    await learner.options().nth(1).click();
    await expect(page.getByText("One answer waits to be sent")).toBeVisible();
    await context.setOffline(false);
    await expect(page.getByTestId("verdict")).toBeVisible();
    expect(sent.map(({ path }) => path)).toEqual(["answers", "undos", "answers"]);
  });

  test("two tabs send what both have answered once, and both hear what came of it", async ({ page, context }) => {
    const learner = new Learner(page);
    await learner.beginWithOptions();
    const otherPage = await context.newPage();
    await otherPage.goto("/study");
    const other = new Learner(otherPage);
    await other.listensToKeys();
    const sent = listen(context);
    await context.setOffline(true);
    await learner.options().first().click();
    await other.options().first().click();
    for (const tab of [page, otherPage]) await expect(tab.getByText(/answers? waits? to be sent/)).toBeVisible();
    await context.setOffline(false);
    for (const tab of [page, otherPage]) await expect(tab.getByTestId("verdict")).toBeVisible();
    await expect.poll(() => waitingOnDevice(page)).toBe(0);
    // A request that broke off as the network came back is made again, under the same id.
    expect(new Set(sent.map(({ eventId }) => eventId)).size).toBe(2);
  });

  test("what another tab had begun to send and never told of is asked after", async ({ page, context }) => {
    const learner = new Learner(page);
    await learner.beginWithOptions();
    await page.route("**/api/study/answers", () => undefined);
    await learner.options().first().click();
    await expect.poll(() => waitingOnDevice(page)).toBe(1);
    const otherPage = await context.newPage();
    await otherPage.goto("/study");
    await expect(new Learner(otherPage).options().first()).toHaveAttribute("aria-disabled", "true");
    // As it leaves the outbox when the server has spoken; whoever sent it falls silent before it can tell.
    await otherPage.evaluate(() => Object.keys(localStorage).forEach((key) => key.startsWith("hangtian.outbox") && localStorage.removeItem(key)));
    await page.close();
    await expect(otherPage.getByTestId("verdict")).toBeVisible();
  });
});

test("the next question is there while the network still works on the last one", async ({ page }) => {
  const learner = new Learner(page);
  await learner.beginWithOptions();
  await learner.options().first().click();
  await expect(learner.goOn()).toBeVisible();
  await learner.quiet();
  const held: (() => void)[] = [];
  await page.route("**/api/study/**", async (route) => {
    await new Promise<void>((resolve) => held.push(resolve));
    await route.continue();
  });
  const stem = await learner.question().innerText();
  // In one go: what is on the page in the frame after the press.
  const next = await learner.goOn().evaluate(async (button: HTMLButtonElement) => {
    button.click();
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return document.querySelector("h1")?.innerText;
  });
  expect(next).toBeTruthy();
  expect(next).not.toBe(stem);
  held.forEach((release) => release());
});

test("keys of one character can be switched off, and stay off", async ({ page }) => {
  const learner = new Learner(page);
  await learner.beginWithOptions();
  const help = page.getByRole("dialog", { name: "Keyboard" });
  const toggle = help.getByRole("checkbox", { name: "Answer with single keys" });
  await learner.question().focus();
  await page.keyboard.press("?");
  const saved = page.waitForResponse((response) => response.request().method() === "POST" && new URL(response.url()).pathname === "/study");
  await toggle.uncheck();
  await saved;
  await page.keyboard.press("Escape");
  const expectQuiet = async () => {
    await learner.question().focus();
    for (const key of ["1", "b", "?"]) await page.keyboard.press(key);
    await expect(help).toBeHidden();
    await expect(page.getByTestId("verdict")).toBeHidden();
    await expect(learner.options().first()).not.toHaveAttribute("aria-disabled", "true");
  };
  await expectQuiet();
  await page.reload();
  await expect(learner.options().first()).toBeEnabled();
  await expectQuiet();
  await page.getByRole("button", { name: "Keyboard" }).click();
  await toggle.check();
  await page.keyboard.press("Escape");
  await learner.question().focus();
  await page.keyboard.press("1");
  await expect(page.getByTestId("verdict")).toBeVisible();
});

type Shift = { value: number; sources: string[] };

/** Keeps what moves without having been pressed: of what comes later than half a second after it, the browser says so. */
const keepShifts = () => {
  const shifts: Shift[] = [];
  Object.assign(window, { shifts });
  type Entry = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node: Node | null }[] };
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries() as Entry[]) {
      if (!hadRecentInput) shifts.push({ value, sources: sources.map(({ node }) => (node instanceof Element ? node.outerHTML.slice(0, 160) : String(node))) });
    }
  }).observe({ type: "layout-shift", buffered: true });
};

for (const [network, delayMs, most] of [["quick", 0, 20], ["slow", 800, 10]] as const) {
  test(`nothing moves on the page by itself in a whole session over a ${network} network`, async ({ page }) => {
    test.slow();
    await page.addInitScript(keepShifts);
    if (delayMs > 0) {
      await page.route("**/api/study/**", async (route) => {
        await new Promise((resolve) => setTimeout(resolve, delayMs));
        await route.continue();
      });
    }
    const learner = new Learner(page);
    await learner.begin();
    let answered = 0;
    for (; answered < most && !(await isSummary(page).isVisible()); answered++) await answerAndGoOn(learner);
    expect(answered).toBeGreaterThanOrEqual(10);
    const shifts = await page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts);
    expect(shifts.reduce((sum, { value }) => sum + value, 0), JSON.stringify(shifts, null, 1)).toBeLessThan(0.02);
    await page.unrouteAll({ behavior: "ignoreErrors" });
  });
}
