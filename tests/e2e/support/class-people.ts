import type { Browser, Page } from "@playwright/test";
import { newUserName, password } from "./names";
import { expect } from "./test";

/** Somebody in a browser of their own. */
export const elsewhere = async (browser: Browser): Promise<Page> => (await browser.newContext()).newPage();

async function enter(page: Page, userName: string, typed: string, button: string): Promise<void> {
  // The page that one is led from has the same fields.
  await expect(page.getByRole("heading", { level: 1, name: button })).toBeVisible();
  await page.getByLabel("User name").fill(userName);
  await page.getByLabel("Password", { exact: true }).fill(typed);
  await page.getByRole("main").getByRole("button", { name: button }).click();
}

/** Where one is asked to sign up, or in. */
export const signUpHere = (page: Page, userName: string) => enter(page, userName, password, "Sign up");
export const signInHere = (page: Page, userName: string, typed = password) => enter(page, userName, typed, "Sign in");

/** Gives the user name. */
export async function signUp(page: Page): Promise<string> {
  const userName = newUserName();
  await page.goto("/sign-up");
  await signUpHere(page, userName);
  await page.waitForURL("/?notice=signed-up");
  return userName;
}

/** How the pupils come into a class: what the page of its people says. */
export type MadeClass = { address: string; code: string; join: string };

/** On the page where classes are made. */
export async function nameClass(page: Page, name: string): Promise<MadeClass> {
  await page.getByLabel("Name of the class").fill(name);
  await page.getByLabel("Your name in this class").fill("Teacher");
  await page.getByRole("button", { name: "Make the class" }).click();
  await page.waitForURL(/\/classes\/[\da-f-]{36}\/people$/);
  const join = await page.getByText(/\/join\/\w{6}$/).first().innerText();
  return { address: new URL(page.url()).pathname.replace("/people", ""), code: await page.getByRole("definition").first().innerText(), join: new URL(join).pathname };
}

/** Signs up and makes a class. */
export async function makeClass(page: Page, name: string): Promise<MadeClass> {
  await signUp(page);
  await page.goto("/classes/new");
  return nameClass(page, name);
}

/** On the page of the link to join. */
export async function joinHere(page: Page, name: string): Promise<void> {
  await page.getByLabel("Your name in this class").fill(name);
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await page.waitForURL(/\/classes\/[\da-f-]{36}$/);
}

/** A guest in a browser of their own. */
export async function joinAs(browser: Browser, { join }: MadeClass, name: string): Promise<Page> {
  const page = await elsewhere(browser);
  await page.goto(join);
  await joinHere(page, name);
  return page;
}

/** A pupil's row among the people of a class. */
export const personRow = (page: Page, name: string) => page.getByRole("table", { name: "Who is in this class" }).getByRole("row").filter({ hasText: name });

export type Slip = { userName: string; password: string };

/** From the people of the class to the slips of two pupils. */
export async function makeSlips(page: Page, names: readonly [string, string]): Promise<[Slip, Slip]> {
  await page.getByRole("link", { name: "Make accounts for pupils" }).click();
  await page.getByRole("button", { name: "Show the user names" }).click();
  await expect(page.getByLabel("Names of your pupils")).toHaveAccessibleDescription(/Please give at least one name/);
  await page.getByLabel("Names of your pupils").fill(`${names[0]}\n\n${names[1]}\n`);
  await page.getByRole("button", { name: "Show the user names" }).click();
  await expect(page.getByRole("heading", { name: "2 new accounts" })).toBeFocused();
  await page.getByRole("button", { name: "Make 2 accounts" }).click();
  await expect(page.getByRole("heading", { name: "2 slips" })).toBeFocused();
  const slips = page.getByRole("list", { name: "Slips" }).getByRole("listitem");
  await expect(slips).toHaveCount(2);
  const texts = await slips.getByRole("definition").allInnerTexts();
  return [{ userName: texts[0]!, password: texts[1]! }, { userName: texts[2]!, password: texts[3]! }];
}
