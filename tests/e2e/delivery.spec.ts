import { formCards } from "./support/form-cards";
import { goThrough } from "./support/form-session";
import { Learner } from "./support/learner";
import { expect, test } from "./support/test";
import { weighAnew, weighScripts } from "./support/weigh-scripts";

/** Of scripts, gzipped: until the first question can be answered, and until every kind of question has been, with the card's dialogs and the summary. */
const budgets = { begin: 170, whole: 192 };

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

function expectAtMost(budget: number, kilobytes: number, what: string): void {
  const report = `${kilobytes.toFixed(1)} kB of scripts on /study, gzipped: ${what}`;
  test.info().annotations.push({ type: "JavaScript", description: report });
  console.log(report);
  expect(kilobytes, what).toBeGreaterThan(0);
  expect(kilobytes, what).toBeLessThanOrEqual(budget);
}

test(`a session begins with at most ${budgets.begin} kB of scripts, gzipped`, async ({ page }) => {
  await new Learner(page).begin();
  expectAtMost(budgets.begin, await weighAnew(page, page.url()), "the first question");
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

test("an address that cannot be decoded is refused in words", async ({ request }) => {
  for (const path of ["/quiz/%E0%A4%A", "/explore/%ff", "/progress/facts/%", "/api/quiz/attempts/%E0%A4%A/status"]) {
    const response = await request.get(path);
    expect([path, response.status()]).toEqual([path, 400]);
    expect(await response.text()).toContain("This address cannot be read.");
  }
  expect((await request.get("/quiz?topics=%E0%A4%A")).status()).toBe(200);
});

test("a header of the router that cannot be read is refused in words", async ({ request }) => {
  for (const state of ["{", "%", "[]", "x".repeat(15_000)]) {
    const response = await request.get("/explore", { headers: { rsc: "1", "next-router-state-tree": state } });
    expect([state, response.status()]).toEqual([state, 400]);
    expect(await response.text()).toBe("A header of this request cannot be read.");
  }
  const state = encodeURIComponent(JSON.stringify(["", { children: ["explore", { children: ["__PAGE__", {}] }] }]));
  expect((await request.get("/explore", { headers: { rsc: "1", "next-router-state-tree": state } })).status()).toBe(200);
});
