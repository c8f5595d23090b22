import type { Page } from "@playwright/test";
import { expect } from "./test";

export const assignmentPage = /\/classes\/[\da-f-]{36}\/assignments\/[\da-f-]{36}$/;

/** Only questions with options, which a journey can answer. */
export async function chooseForms(page: Page): Promise<void> {
  await page.getByText("More choices").click();
  const forms = page.getByRole("group", { name: "Kinds of question" }).getByRole("checkbox");
  for (const box of await forms.all()) await box.setChecked((await box.getAttribute("value")) === "multiple-choice");
}

/** Five questions for the whole class. Gives the address of the work. */
export async function giveQuiz(page: Page, address: string, title: string): Promise<string> {
  await page.goto(`${address}/assignments/new`);
  await page.getByLabel("Title").fill(title);
  await page.getByRole("radio", { name: "5", exact: true }).check({ force: true });
  await chooseForms(page);
  await page.getByRole("button", { name: "Give to the class" }).click();
  await page.waitForURL(assignmentPage);
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  return new URL(page.url()).pathname;
}
