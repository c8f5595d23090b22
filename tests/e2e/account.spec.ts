import type { Browser, Page } from "@playwright/test";
import { elsewhere, joinHere, makeClass, personRow } from "./support/class-people";
import { expectAccessible } from "./support/expect-accessible";
import { Learner } from "./support/learner";
import { newUserName, password } from "./support/names";
import { expect, test } from "./support/test";

// The browser itself logs the refusals that these tests provoke.
test.use({ expectedErrors: [/status of (401|429)/] });

async function fillIn(page: Page, userName: string, secret: string): Promise<void> {
  await page.getByLabel("User name").fill(userName);
  await page.getByLabel("Password").fill(secret);
}

const submit = (page: Page, name: "Sign in" | "Sign up") => page.getByRole("main").getByRole("button", { name }).click();

async function signUp(page: Page, userName: string): Promise<void> {
  await page.goto("/sign-up");
  await fillIn(page, userName, password);
  await submit(page, "Sign up");
  await expect(page.getByText("Your account is made, and your progress is in it.")).toBeVisible();
}

async function signOut(page: Page, userName: string): Promise<void> {
  await page.getByLabel(`Account of ${userName}`).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("You are signed out.")).toBeVisible();
}

/** Whoever is signed in, in the middle of what they do in a class. */
async function deleteAccount(page: Page, browser: Browser): Promise<void> {
  const teacher = await elsewhere(browser);
  const made = await makeClass(teacher, "Year 9");
  await page.goto(made.join);
  await joinHere(page, "First pupil");
  await teacher.reload();
  await expect(personRow(teacher, "First pupil")).toBeVisible();
  await page.goto("/settings");
  await page.getByRole("button", { name: "Delete my account" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete your account?" });
  await dialog.getByLabel(/^To be sure, type/).fill("delete");
  await expectAccessible(page, "the account's deletion");
  await dialog.getByLabel("Your password").fill(password);
  await dialog.getByRole("button", { name: "Delete for good" }).click();
  await expect(page.getByText("Your account is deleted.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
  await teacher.reload();
  await expect(teacher.getByRole("heading", { level: 1, name: "People" })).toBeVisible();
  await expect(teacher.getByText("First pupil")).toHaveCount(0);
}

test("a guest who signs up keeps everything, and finds it again after signing in, until the account is deleted, from its class too", async ({ page, browser }) => {
  const userName = newUserName();
  const learner = new Learner(page);
  // A verdict says that the answer is kept; a flashcard's answer would still be on its way.
  await learner.beginWithOptions();
  await learner.answer();
  await page.goto("/");
  const begun = await page.getByRole("heading", { level: 1 }).innerText();
  const next = await page.getByRole("main").getByRole("link", { name: /^(Continue|Learn)/ }).innerText();

  await signUp(page, userName);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(begun);
  await expect(page.getByRole("link", { name: next })).toBeVisible();

  await signOut(page, userName);
  await expect(page.getByRole("button", { name: "Study now" })).toBeVisible();

  await page.goto("/sign-in");
  await fillIn(page, userName, "not-the-password");
  await submit(page, "Sign in");
  await expect(page.getByText("User name or password is not right.")).toBeVisible();
  await fillIn(page, userName, password);
  await submit(page, "Sign in");
  await expect(page.getByText("You are signed in.")).toBeVisible();
  await expect(page).toHaveURL("/");
  await expect(page.getByRole("link", { name: next })).toBeVisible();

  await deleteAccount(page, browser);
  await page.goto("/sign-in");
  await fillIn(page, userName, password);
  await submit(page, "Sign in");
  await expect(page.getByText("User name or password is not right.")).toBeVisible();
});

test("a taken name is refused at its field", async ({ page }) => {
  const userName = newUserName();
  await signUp(page, userName);
  await signOut(page, userName);
  await page.goto("/sign-up");
  await fillIn(page, userName.toUpperCase(), password);
  await submit(page, "Sign up");
  const field = page.getByLabel("User name");
  await expect(field).toHaveAccessibleDescription(/This user name is taken/);
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute("aria-invalid", "true");
});

test("what a form lacks is said at the field", async ({ page }) => {
  await page.goto("/sign-up");
  await submit(page, "Sign up");
  await expect(page.getByLabel("User name")).toHaveAccessibleDescription(/Please fill this in/);
  await fillIn(page, newUserName(), "short");
  await submit(page, "Sign up");
  await expect(page.getByLabel("Password")).toHaveAccessibleDescription(/Use 8 to 200 characters/);
  await fillIn(page, "no spaces please", password);
  await submit(page, "Sign up");
  await expect(page.getByLabel("User name")).toHaveAccessibleDescription(/Use 3 to 32 letters/);
});

test("too many attempts at one name are refused, with the time to wait", async ({ page }) => {
  await page.goto("/sign-in");
  await fillIn(page, newUserName(), "not-the-password");
  const attempt = async () => {
    const answered = page.waitForResponse((response) => response.url().endsWith("/api/auth/callback/password"));
    await submit(page, "Sign in");
    await answered;
  };
  for (let count = 0; count < 10; count++) await attempt();
  await expect(page.getByText("User name or password is not right.")).toBeVisible();
  await attempt();
  await expect(page.getByRole("alert").filter({ hasText: /^Too many attempts\. Please try again in (a minute|\d+ minutes)\.$/ })).toBeVisible();
});

test("whoever is signed in is led away from the forms", async ({ page }) => {
  await signUp(page, newUserName());
  await page.goto("/sign-in");
  await expect(page).toHaveURL("/");
});
