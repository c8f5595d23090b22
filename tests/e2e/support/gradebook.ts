import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import Papa from "papaparse";
import { expect } from "./test";

export const region = (page: Page) => page.getByRole("region", { name: /^Work of \d+ pupils?$/ });
export const rowOf = (page: Page, name: string) => region(page).getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });

/** A cell's text as figure and word: "✓ 80 % Done" says 80 and Done. */
export function readCell(text: string): string[] {
  const words = text.replace(/\s+/g, " ").trim();
  return [/(\d+) %/.exec(words)?.[1] ?? "", /Not begun|Under way|Done|Late|Missed|Excused/.exec(words)?.[0] ?? ""];
}

/** What the screen says, a line for each pupil, in the order of the columns of the file. */
export async function readScreen(page: Page): Promise<string[][]> {
  const lines: string[][] = [];
  for (const row of await region(page).getByRole("row").filter({ has: page.getByRole("link") }).all()) {
    const cells = await row.getByRole("cell").allTextContents();
    if (cells.length === 0) continue;
    lines.push([await row.getByRole("rowheader").innerText(), readCell(cells[0]!)[0]!, ...cells.slice(1).flatMap(readCell)]);
  }
  return lines;
}

/** The same of the file that the page gives; where it guards a name that is a formula, the screen need not. */
export async function readDownload(page: Page): Promise<string[][]> {
  const started = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download as CSV" }).click();
  const text = await readFile(await (await started).path(), "utf8");
  expect(text.startsWith("\uFEFF")).toBe(true);
  const lines = Papa.parse<string[]>(text.slice(1), { delimiter: ",", newline: "\r\n" }).data.slice(1, -1);
  return lines.map(([name, ...rest]) => [name!.replace(/^'=/, "="), ...rest]);
}

/** What opens below the table when a cell is pressed. */
export const panel = (page: Page, name: string, title: string) => page.getByRole("region", { name: `${name}: ${title}` });
