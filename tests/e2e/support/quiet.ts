import type { Page, Request } from "@playwright/test";
import { expect } from "./test";

/** What one reply brings about is asked for within a few frames; after so long nothing more is to come. */
const stillMs = 300;

/**
 * Follows what a page asks for from now on; what it gives waits until the page has got all of it. The load state "networkidle" waits for
 * nothing once the first page has been idle, however much has been asked for since.
 */
export function watchNetwork(page: Page): () => Promise<void> {
  const underWay = new Set<Request>();
  let changedMs = performance.now();
  const note = (change: (request: Request) => unknown) => (request: Request) => {
    change(request);
    changedMs = performance.now();
  };
  const end = note((request) => underWay.delete(request));
  page.on("request", note((request) => underWay.add(request)));
  page.on("requestfinished", end);
  page.on("requestfailed", end);
  return () => expect.poll(() => underWay.size === 0 && performance.now() - changedMs > stillMs, { intervals: [100] }).toBe(true);
}
