import { gzipSync } from "node:zlib";
import { Learner } from "./support/learner";
import { expect, test } from "./support/test";

const budgetKilobytes = 170;

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

test(`a session loads at most ${budgetKilobytes} kB of scripts, gzipped`, async ({ page }, info) => {
  await new Learner(page).begin();
  const scripts = new Map<string, number>();
  page.on("response", async (response) => {
    if (response.request().resourceType() !== "script") return;
    scripts.set(new URL(response.url()).pathname, gzipSync(await response.body()).length);
  });
  await page.reload({ waitUntil: "networkidle" });
  const kilobytes = [...scripts.values()].reduce((sum, size) => sum + size, 0) / 1000;
  const report = `${kilobytes.toFixed(1)} kB of scripts on /study, gzipped (${scripts.size} files)`;
  info.annotations.push({ type: "JavaScript", description: report });
  console.log(report);
  expect(scripts.size).toBeGreaterThan(0);
  expect(kilobytes).toBeLessThanOrEqual(budgetKilobytes);
});
