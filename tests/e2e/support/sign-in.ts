import { expect, type Page } from "@playwright/test";
import { newUserName, password } from "./names";

/** Signs in somebody whose account was there before the server started. */
export async function signIn(page: Page, userName: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("User name").fill(userName);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("You are signed in.")).toBeVisible();
}

/** Makes an account of a name that nobody has. */
export async function signUp(page: Page): Promise<void> {
  await page.goto("/sign-up");
  await page.getByLabel("User name").fill(newUserName());
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign up" }).click();
  await page.waitForURL("/?notice=signed-up");
}
