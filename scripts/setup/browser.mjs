import { existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { SetupError } from "./setup-error.mjs";
import { showStep } from "./progress.mjs";
import { runCommand, runNode } from "./run-command.mjs";

/** The one without windows first: it takes half the processor's time for the same pages. Itself and not the script that starts it, which would outlive it or be killed in its place. */
const systemBrowsers = ["/usr/lib/chromium/chromium-headless-shell", "/usr/bin/chromium"];
const packagedBrowser = "@sparticuz/chromium@153.0.0";
const packageFolder = resolve(".cache", "browser");

const isRoot = () => process.getuid?.() === 0;

/** A test browser talks to the app and to nobody else; root cannot have its sandbox. */
export const browserArguments = () => [
  ...(isRoot() ? ["--no-sandbox"] : []),
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-sync",
  "--metrics-recording-only",
  "--no-default-browser-check",
  "--no-first-run",
  "--no-pings",
];

const findSystemBrowser = () => systemBrowsers.find((path) => existsSync(path)) ?? null;

async function findPlaywrightBrowser() {
  const { chromium } = await import("@playwright/test");
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}

/**
 * A browser that is there already; null without one.
 * @returns {Promise<string | null>}
 */
export async function findBrowser() {
  const chosen = process.env.PLAYWRIGHT_CHROMIUM_PATH;
  if (chosen && !existsSync(chosen)) throw new SetupError(`PLAYWRIGHT_CHROMIUM_PATH is ${chosen}, and there is no such file.`);
  return chosen ?? (await findPlaywrightBrowser()) ?? findSystemBrowser();
}

async function installByPlaywright() {
  await runNode("Fetching Playwright's browser", [join("node_modules", "@playwright", "test", "cli.js"), "install", "chromium"]);
  return findPlaywrightBrowser();
}

async function installByDebian() {
  if (!isRoot() || !existsSync("/usr/bin/apt-get")) return null;
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await runCommand("Installing Chromium", "apt-get", ["update", "-qq"], { env });
  await runCommand("Installing Chromium", "apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium-headless-shell"], { env });
  return findSystemBrowser();
}

/** A browser inside an npm package, kept out of package.json because hardly anybody needs it. */
async function installByNpm() {
  mkdirSync(packageFolder, { recursive: true });
  await runCommand("Fetching a packaged browser", "npm", ["install", "--prefix", packageFolder, "--no-save", "--no-audit", "--no-fund", packagedBrowser], { shell: process.platform === "win32" });
  const entry = join(packageFolder, "node_modules", "@sparticuz", "chromium", "build", "esm", "index.js");
  const { default: packaged } = await import(pathToFileURL(entry).href);
  return /** @type {Promise<string>} */ (packaged.executablePath());
}

const sources = [
  { name: "Playwright", install: installByPlaywright },
  { name: "Debian", install: installByDebian },
  { name: "npm", install: installByNpm },
];

/**
 * The browser for the tests, fetched from the first place that has one.
 * @returns {Promise<string>}
 */
export async function ensureBrowser() {
  const found = await findBrowser();
  if (found) return found;
  const refusals = [];
  for (const { name, install } of sources) {
    try {
      const browser = await showStep(`Looking for a browser (${name})`, install);
      if (browser) return browser;
    } catch (error) {
      refusals.push(`${name}: ${error instanceof Error ? error.message : error}`);
    }
  }
  throw new SetupError(`The browser tests need Chromium and none could be had. Install it and set PLAYWRIGHT_CHROMIUM_PATH to its program.\n${refusals.join("\n")}`);
}
