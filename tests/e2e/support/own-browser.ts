import { spawn } from "node:child_process";
import { chromium, type Page } from "@playwright/test";
import { browserArguments, findBrowser } from "@/scripts/setup/browser.mjs";

export type OwnBrowser = {
  page: Page;
  /** Ends it as a person does, or as nobody should. */
  end(how: "close" | "kill"): Promise<void>;
};

const listeningLine = /DevTools listening on (ws:\S+)/;

/** A browser with a profile folder of its own, in a process that can be killed. */
export async function startOwnBrowser(profileDir: string): Promise<OwnBrowser> {
  const program = (await findBrowser()) ?? chromium.executablePath();
  const args = [...browserArguments(), "--headless", "--remote-debugging-port=0", `--user-data-dir=${profileDir}`, "about:blank"];
  // A group of processes of its own: the killed one leaves no child behind.
  const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"], detached: true });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    let output = "";
    child.stderr.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const found = listeningLine.exec(output)?.[1];
      if (found) resolve(found);
    });
    child.once("error", reject);
    void ended.then(() => reject(new Error(`The browser ended:\n${output}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  const page = context!.pages()[0] ?? (await context!.newPage());
  return {
    page,
    async end(how) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      if (how === "kill") process.kill(-child.pid!, "SIGKILL");
      else await (await browser.newBrowserCDPSession()).send("Browser.close").catch(() => undefined);
      await ended;
    },
  };
}
