import type { Browser, Page } from "@playwright/test";
import { elsewhere, joinHere, makeSlips, nameClass, signInHere, signUp, signUpHere, type MadeClass, type Slip } from "./class-people";
import { expectAccessible } from "./expect-accessible";
import { newUserName } from "./names";
import { expect } from "./test";

const className = "Year 9, physics 九年级物理";
const ownPassword = "booster-landing-legs";

/** By how they come into the class; `lost` loses the slip before it was used. */
export const names = { guest: "Guest of the class", slip: "Mia Chen", lost: "王小明", member: "Second pupil", newcomer: "Third pupil" } as const;
type Way = keyof typeof names;

export type Cast = { teacher: Page; made: MadeClass } & Record<Exclude<Way, "lost">, Page>;

/** From the header to the page of people, where pupils are told how to join. */
async function makeFromHeader(page: Page): Promise<MadeClass> {
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Classes" }).click();
  await page.getByRole("link", { name: "Make a class" }).click();
  const made = await nameClass(page, className);
  await expect(page.getByText("No pupil has joined yet.")).toBeVisible();
  await expectAccessible(page, "the people of a new class");
  return made;
}

async function joinByCode(page: Page, { code }: MadeClass): Promise<void> {
  await page.goto("/classes");
  await page.getByLabel("Code of the class").fill(code.toLowerCase().replaceAll("-", " "));
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("heading", { name: `Join ${className}` })).toBeVisible();
  await expectAccessible(page, "joining");
  await joinHere(page, names.guest);
  await expect(page.getByRole("navigation", { name: "This class" }).getByRole("link")).toHaveText(["Work", "Sets"]);
}

async function joinByLink(page: Page, { join }: MadeClass): Promise<void> {
  const userName = await signUp(page);
  await page.context().clearCookies();
  await page.goto(join);
  await page.getByRole("link", { name: "Sign in first" }).click();
  await signInHere(page, userName);
  await page.waitForURL(join);
  await joinHere(page, names.member);
}

async function joinAndSignUp(page: Page, { join }: MadeClass): Promise<void> {
  await page.goto(join);
  await page.getByRole("link", { name: "Sign in first" }).click();
  await page.getByRole("main").getByRole("link", { name: "Sign up" }).click();
  await signUpHere(page, newUserName());
  await page.waitForURL(join);
  await joinHere(page, names.newcomer);
}

async function signInBySlip(page: Page, slip: Slip): Promise<void> {
  await page.goto("/sign-in");
  await signInHere(page, slip.userName, slip.password);
  await expect(page.getByRole("heading", { level: 1, name: "Choose your password" })).toBeVisible();
}

async function chooseOwnPassword(page: Page): Promise<void> {
  await page.getByLabel("New password").fill(ownPassword);
  await page.getByRole("button", { name: "Save and go on" }).click();
  await page.waitForURL((url) => url.pathname === "/");
}

/** Until a password is chosen no other page opens, and the one of the slip is refused. */
async function joinBySlip(page: Page, { address }: MadeClass, slip: Slip): Promise<void> {
  await signInBySlip(page, slip);
  await expectAccessible(page, "choosing a password");
  for (const path of ["/", "/classes", address, "/study", "/quiz", "/sets", "/progress", "/settings"]) {
    await page.goto(path);
    await expect(page, path).toHaveURL("/choose-password");
  }
  expect((await page.request.get("/api/study/cards")).status()).toBe(401);
  await page.getByLabel("New password").fill(slip.password);
  await page.getByRole("button", { name: "Save and go on" }).click();
  await expect(page.getByLabel("New password")).toHaveAccessibleDescription(/another than the one on your slip/);
  await expect(page.getByLabel("New password")).toBeFocused();
  await chooseOwnPassword(page);
  await page.goto("/classes");
  await page.getByRole("link", { name: className }).click();
  await page.waitForURL(address);
  await page.goto("/choose-password");
  await expect(page).toHaveURL("/");
}

/** A class is made, and each comes into it in a browser and a way of their own. */
export async function gather(browser: Browser, teacher: Page): Promise<Cast> {
  await signUp(teacher);
  const made = await makeFromHeader(teacher);
  const slips = await makeSlips(teacher, [names.slip, names.lost]);
  expect(slips[0].userName).toMatch(/^mia\.chen\d*$/);
  expect(slips[1].userName).toMatch(/^wangxiaoming\d*$/);
  await expectAccessible(teacher, "the slips");
  const come = async (by: (page: Page) => Promise<void>): Promise<Page> => {
    const page = await elsewhere(browser);
    await by(page);
    return page;
  };
  const [guest, slip, member, newcomer] = await Promise.all([come((page) => joinByCode(page, made)), come((page) => joinBySlip(page, made, slips[0])), come((page) => joinByLink(page, made)), come((page) => joinAndSignUp(page, made))]);
  return { teacher, made, guest, slip, member, newcomer };
}

/** A lost slip is written anew: whoever was signed in by the former password no longer is. */
export async function replaceSlip(browser: Browser, { teacher, made, slip }: Cast): Promise<void> {
  await teacher.goto(`${made.address}/people`);
  await teacher.getByRole("button", { name: `Change: ${names.slip}` }).click();
  await teacher.getByRole("button", { name: "Make a new password" }).click();
  await expect(teacher.getByText(`The new password, shown this once. Write it down for ${names.slip}.`)).toBeVisible();
  const [userName, password] = await teacher.getByRole("dialog").getByRole("definition").allInnerTexts();
  await expectAccessible(teacher, "a new password");
  await slip.goto("/settings");
  await expect(slip.getByRole("link", { name: "Sign in" }).first()).toBeVisible();
  const again = await elsewhere(browser);
  await signInBySlip(again, { userName: userName!, password: password! });
  await chooseOwnPassword(again);
  await again.goto(made.address);
  await expect(again.getByText(className).first()).toBeVisible();
}
