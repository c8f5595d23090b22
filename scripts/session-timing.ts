import type { Page } from "@playwright/test";

/** Milliseconds from what the learner does to the frame after it shows; `shift` is the cumulative layout shift: that of the worst burst (web.dev/cls; what follows upon an answer counts as well). */
export type SessionTimes = { verdict: number[]; next: number[]; shift: number };

/** What can be pressed in a question. */
type Kind = "flip" | "rate" | "choice" | "typed" | "check";

/** Runs in the page: functions of its own, since nothing outside of it can be reached from there. */
function installTimer(): void {
  const state = { shift: 0 };
  const burst = { value: 0, fromMs: -Infinity, lastMs: -Infinity };
  new PerformanceObserver((list) => {
    for (const { startTime, value } of list.getEntries() as (PerformanceEntry & { value: number })[]) {
      // A burst ends after a second of rest, and after five.
      if (startTime - burst.lastMs > 1000 || startTime - burst.fromMs > 5000) Object.assign(burst, { value: 0, fromMs: startTime });
      burst.lastMs = startTime;
      burst.value += value;
      state.shift = Math.max(state.shift, burst.value);
    }
  }).observe({ type: "layout-shift", buffered: true });

  const find = (selector: string) => document.querySelector<HTMLElement>(selector);
  const byText = (text: string) => [...document.querySelectorAll<HTMLButtonElement>("main button:enabled")].find((button) => button.textContent?.trim() === text) ?? null;
  const goOn = () => byText("Go on");
  const isNext = (before: Element | null) => {
    const heading = find("#question");
    return (heading !== null && heading !== before) || (heading === null && find("main h1") !== null && before !== null);
  };
  const fill = (input: HTMLInputElement, text: string) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")!.set!.call(input, text);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  /** The time until the condition holds, and the frame in which it does has been handed to the screen. */
  const until = (holds: () => boolean, startedMs: number) =>
    new Promise<number>((resolve, reject) => {
      const look = () => {
        if (holds()) return requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - startedMs)));
        return performance.now() - startedMs > 30_000 ? reject(new Error(`nothing happened for 30 s at: ${find("main")?.innerText}`)) : requestAnimationFrame(look);
      };
      look();
    });
  const press = (button: HTMLElement, holds: () => boolean) => {
    const startedMs = performance.now();
    button.click();
    return until(holds, startedMs);
  };
  const pressers: Record<Kind, () => HTMLElement | null> = {
    flip: () => byText("Show the answer"),
    rate: () => find('[aria-label="How well did you know it?"] button:nth-child(3)'),
    choice: () => find('ul[aria-label="Options"] button:not([disabled])'),
    typed: () => find('main input[type="text"], main input:not([type])') && byText("Check"),
    check: () => byText("Check"),
  };
  const prepare = () => {
    const input = find('main input[type="text"], main input:not([type])') as HTMLInputElement | null;
    if (input) fill(input, "1970");
    find('main input[type="checkbox"]:not(:checked)')?.click();
    if (find('[aria-label="To be matched"]')) find('[role="group"][aria-label="Options"] button')?.click();
  };
  const answerOnce = async () => {
    const question = find("#question");
    const flip = pressers.flip();
    if (flip) {
      await press(flip, () => pressers.rate() !== null);
      return { next: await press(pressers.rate()!, () => isNext(question)) };
    }
    const pressable = () => pressers.choice() ?? pressers.typed() ?? pressers.check();
    // What seldom forms need is fetched with the first of them; a pairing takes a step for each pair.
    await until(() => (prepare(), pressable() !== null), performance.now());
    const button = pressable()!;
    const verdict = await press(button, () => goOn() !== null);
    // A person reads it.
    await new Promise((resolve) => setTimeout(resolve, 400));
    return { verdict, next: await press(goOn()!, () => isNext(question)) };
  };
  Object.assign(window, { sessionTimer: { answerOnce, state, isOver: () => find("#question") === null } });
}

type Timer = { answerOnce(): Promise<{ verdict?: number; next: number }>; state: { shift: number }; isOver(): boolean };

/** Answers so many questions on a page that was opened with the timer, as fast as a person who reads each verdict for 0.4 s. */
export async function timeSession(page: Page, count: number): Promise<SessionTimes> {
  const times: SessionTimes = { verdict: [], next: [], shift: 0 };
  for (let answered = 0; answered < count; answered++) {
    const step = await page.evaluate(() => (window as unknown as { sessionTimer: Timer }).sessionTimer.answerOnce());
    if (step.verdict !== undefined) times.verdict.push(step.verdict);
    times.next.push(step.next);
  }
  times.shift = await page.evaluate(() => (window as unknown as { sessionTimer: Timer }).sessionTimer.state.shift);
  return times;
}

/** tsx gives functions their names back by a helper of its own, which no page has (privatenumber/tsx#113). */
const withoutNames = "globalThis.__name = (work) => work;";

export async function addTimer(page: Page): Promise<void> {
  await page.addInitScript(withoutNames);
  await page.addInitScript(installTimer);
}

/** When the largest thing of a page was painted (LCP), in milliseconds since the visit began. */
export async function largestPaintMs(page: Page, url: string): Promise<number> {
  await page.goto(url, { waitUntil: "networkidle" });
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)!.startTime)).observe({ type: "largest-contentful-paint", buffered: true });
      }),
  );
}
