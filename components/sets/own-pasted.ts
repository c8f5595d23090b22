const cell = /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))(\t|\n|$)/gy;

/** Cells as spreadsheets copy them: tabs between the cells, those with line ends or quotation marks in quotation marks. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(cell)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain!);
    if (end === "") break;
    if (end === "\n") rows.push([]);
  }
  return rows;
}

export type PastedCard = { term: string; definition: string; aliases: string };

const areHeadings = ([term, definition]: readonly string[]) => /^terms?$/i.test(term?.trim() ?? "") && /^(?:definitions?|meanings?)$/i.test(definition?.trim() ?? "");

/** What was pasted as cards, the third column as other names; nothing for a text that belongs into the field. Lines without tabs are terms only where a term is typed. */
export function pastedCards(pasted: string, isTerm: boolean): PastedCard[] | null {
  const text = pasted.replace(/\r\n?/g, "\n").replace(/\n+$/, "");
  if (!text.includes("\t") && !(isTerm && text.includes("\n"))) return null;
  const rows = cellsOf(text).filter((cells) => cells.some((each) => each.trim() !== ""));
  return rows.filter((cells, i) => i > 0 || !areHeadings(cells)).map(([term = "", definition = "", aliases = ""]) => ({ term: term.trim(), definition: definition.trim(), aliases: aliases.trim() }));
}
