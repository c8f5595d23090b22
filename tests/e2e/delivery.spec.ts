import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { formCards } from "./support/form-cards";
import { goThrough } from "./support/form-session";
import { Learner } from "./support/learner";
import { expect, test } from "./support/test";

/** Of scripts, gzipped: until the first question can be answered, and until every kind of question has been. */
const budgets = { begin: 170, whole: 180 };

test("every page has a strict policy with a nonce of its own", async ({ page }) => {
  const policies: string[] = [];
  for (const path of ["/", "/study", "/explore", "/explore/shenzhou-5", "/sign-in", "/sign-up"]) {
    const response = await page.goto(path);
    const policy = response?.headers()["content-security-policy"] ?? "";
    expect(policy, path).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'(;|$)/);
    for (const rule of ["default-src 'self'", "connect-src 'self'", "object-src 'none'", "base-uri 'self'", "form-action 'self'", "frame-ancestors 'none'"]) {
      expect(policy, path).toContain(rule);
    }
    expect(policy, path).not.toContain("unsafe");
    policies.push(policy);
  }
  expect(new Set(policies).size).toBe(policies.length);
});

test.describe("an injected script", () => {
  test.use({ expectedErrors: [/Content Security Policy/] });

  test("does not run", async ({ page }) => {
    await page.goto("/");
    const ran = await page.evaluate(() => {
      const script = document.createElement("div");
      script.innerHTML = '<img src="data:," onerror="window.injected = true">';
      document.body.append(script);
      return new Promise((resolve) => {
        document.addEventListener("securitypolicyviolation", () => resolve("injected" in window), { once: true });
      });
    });
    expect(ran).toBe(false);
  });
});

/** Counts what the scripts that a page asks for weigh. */
function weighScripts(page: Page): { kilobytes: () => Promise<number> } {
  const sizes = new Map<string, Promise<number>>();
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    sizes.set(new URL(response.url()).pathname, response.body().then((body) => gzipSync(body).length));
  });
  return { kilobytes: async () => (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0) / 1000 };
}

function expectAtMost(budget: number, kilobytes: number, what: string): void {
  const report = `${kilobytes.toFixed(1)} kB of scripts on /study, gzipped: ${what}`;
  test.info().annotations.push({ type: "JavaScript", description: report });
  console.log(report);
  expect(kilobytes, what).toBeGreaterThan(0);
  expect(kilobytes, what).toBeLessThanOrEqual(budget);
}

test(`a session begins with at most ${budgets.begin} kB of scripts, gzipped`, async ({ page }) => {
  await new Learner(page).begin();
  const weight = weighScripts(page);
  await page.reload({ waitUntil: "networkidle" });
  expectAtMost(budgets.begin, await weight.kilobytes(), "the first question");
});

test(`a session in which every form comes loads at most ${budgets.whole} kB of scripts, the start page's included`, async ({ page }) => {
  test.slow();
  const weight = weighScripts(page);
  const few = formCards().filter(({ form }) => ["multiple-response", "ordering", "matching", "picture", "map"].includes(form));
  const learner = new Learner(page);
  await goThrough(page, few, async () => {
    await learner.answer();
    await learner.goOn().click();
    await learner.expectNext();
  });
  expectAtMost(budgets.whole, await weight.kilobytes(), "every form, and the end");
});
