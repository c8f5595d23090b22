/** Whether a spreadsheet would take a text for a formula (OWASP, CSV injection); some take the full-width signs too. */
const isFormula = (text: string) => /^[=+\-@\t\r\n＝＋－＠]/.test(text);

/**
 * One line of a CSV file by RFC 4180, with its line end: cells with commas, quotes or line breaks are quoted. A text that a spreadsheet would run as a formula
 * gets an apostrophe in front, which spreadsheets do not show; numbers are safe as they are.
 */
export function csvLine(cells: readonly (string | number)[]): string {
  const written = cells.map((cell) => {
    const text = typeof cell === "string" && isFormula(cell) ? `'${cell}` : String(cell);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${written.join(",")}\r\n`;
}
