import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";

/** Counts what the scripts that a page asks for from now on weigh, gzipped. */
export function weighScripts(page: Page): { kilobytes: () => Promise<number> } {
  const sizes = new Map<string, Promise<number>>();
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    sizes.set(new URL(response.url()).pathname, response.body().then((body) => gzipSync(body).length));
  });
  return { kilobytes: async () => (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0) / 1000 };
}

/** Weighs the scripts of a page that is opened from an empty one: what another page still fetches could not be read once that is left. */
export async function weighAnew(page: Page, address: string): Promise<number> {
  await page.goto("about:blank");
  const scripts = weighScripts(page);
  await page.goto(address, { waitUntil: "networkidle" });
  return scripts.kilobytes();
}
