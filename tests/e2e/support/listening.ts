import type { Page } from "@playwright/test";

/** A page whose scripts do not come is what some tests are about. */
const patienceMs = 10_000;

/** Whether each control on the page is React's by now. Pages of text, and those without scripts, have none to wait for. */
function isListening(): boolean {
  if (!("__next_f" in window)) return true;
  const controls = document.querySelectorAll("button, input, select, textarea, summary, a[href]");
  return [...controls].every((control) => Object.keys(control).some((key) => key.startsWith("__reactProps$")));
}

const listens = (page: Page) => page.waitForFunction(isListening, null, { timeout: patienceMs }).catch(() => undefined);

const patched = Symbol("waits until the page listens");

/**
 * From now on `goto` and `reload` of every page, in whatever context, give back when what the server drew also listens: what is pressed before is lost, and how long
 * that is depends on the machine. A person presses again; a test must not depend on it.
 */
export function waitForListening(page: Page): void {
  const pages = Object.getPrototypeOf(page) as Page & { [patched]?: true };
  if (pages[patched]) return;
  pages[patched] = true;
  const { goto, reload } = pages;
  pages.goto = async function (this: Page, ...request) {
    const response = await goto.apply(this, request);
    await listens(this);
    return response;
  };
  pages.reload = async function (this: Page, ...request) {
    const response = await reload.apply(this, request);
    await listens(this);
    return response;
  };
}
