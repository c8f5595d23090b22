import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "@/tests/support/server";
import { startOwnBrowser } from "./support/own-browser";
import { allSaved, beginQuiz, choices, choose, chosenLines, expectTimeWentOn, handIn, options, square, timeLeft } from "./support/quiz";
import { expect, test } from "./support/test";

const notSaved = /^Not saved yet: no connection/;

let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hangtian-quiz-kill-"));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.describe("a server", () => {
  test.use({ expectedErrors: [/ERR_(CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED)/] });

  test("that is killed in mid-quiz has lost no answer and gives no time when it is back", async ({ page }) => {
    let server = await startServer({ dataDir: folder });
    try {
      await beginQuiz(page, `${server.url}${choices}`);
      await choose(page, 1, 1);
      await allSaved(page);
      const before = await timeLeft(page);
      // One more is on its way, or taken and not said so.
      await choose(page, 2, 2);
      await server.end("SIGKILL");
      await choose(page, 3, 0);
      await expect(page.getByText(notSaved)).toBeVisible();
      server = await startServer({ dataDir: folder, port: Number(new URL(server.url).port) });
      await page.reload();
      await allSaved(page);
      expectTimeWentOn(before, await timeLeft(page));
      for (const [number, option] of [[1, 1], [2, 2], [3, 0]] as const) {
        await square(page, `Question ${number}, answered`).click();
        await expect(options(page).nth(option)).toBeChecked();
      }
      await handIn(page);
      await expect(chosenLines(page)).toHaveCount(3);
      // What stops it in the end is not in the way of the next start.
      expect(await server.end("SIGINT")).toBe(0);
    } finally {
      await server.end("SIGKILL");
    }
  });
});

/** What the browser itself has written of its storage; it does so a few seconds after the page. */
const isOnDisk = (profileDir: string, text: string) => {
  const storage = join(profileDir, "Default", "Local Storage", "leveldb");
  return readdirSync(storage).some((name) => name.endsWith(".log") && readFileSync(join(storage, name), "latin1").includes(text));
};

test("a browser that is closed, and then killed, in mid-quiz has lost no answer and gives no time", async ({ baseURL }) => {
  let browser = await startOwnBrowser(folder);
  try {
    await beginQuiz(browser.page, `${baseURL}${choices}`);
    const address = browser.page.url();
    await choose(browser.page, 1, 1);
    await allSaved(browser.page);
    const before = await timeLeft(browser.page);
    await browser.end("close");

    browser = await startOwnBrowser(folder);
    await browser.page.goto(address);
    await choose(browser.page, 2, 2);
    await allSaved(browser.page);
    await browser.page.context().setOffline(true);
    await choose(browser.page, 3, 0);
    await expect(browser.page.getByText(notSaved)).toBeVisible();
    await expect.poll(() => isOnDisk(folder, `hangtian.quiz:${address.split("/").at(-1)}:2`)).toBe(true);
    await browser.end("kill");

    browser = await startOwnBrowser(folder);
    await browser.page.goto(address);
    await allSaved(browser.page);
    expectTimeWentOn(before, await timeLeft(browser.page));
    for (const [number, option] of [[1, 1], [2, 2], [3, 0]] as const) {
      await square(browser.page, `Question ${number}, answered`).click();
      await expect(options(browser.page).nth(option)).toBeChecked();
    }
  } finally {
    await browser.end("kill");
  }
});
