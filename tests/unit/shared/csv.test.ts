import fc from "fast-check";
import { expect, it, test } from "vitest";
import { csvLine } from "@/lib/shared/csv";

/** A reader by RFC 4180, written for the test alone. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let i = 0; i < text.length; ) {
    let cell = "";
    if (text[i] === '"') {
      for (i++; text[i] !== '"' || text[i + 1] === '"'; i++) {
        cell += text[i];
        if (text[i] === '"') i++;
      }
      i++;
    } else {
      for (; i < text.length && text[i] !== "," && text[i] !== "\r"; i++) cell += text[i];
    }
    row.push(cell);
    if (text[i] === ",") {
      i++;
      if (text[i] === "\r" || i === text.length) row.push("");
    }
    if (text.startsWith("\r\n", i)) {
      rows.push(row);
      row = [];
      i += 2;
    }
  }
  return rows;
}

test.each([
  [["a", "b"], "a,b\r\n"],
  [["a, b", 'say "hi"', "two\nlines"], '"a, b","say ""hi""","two\nlines"\r\n'],
  [["=1+1", "@SUM(A1)", "-2", "+3", "\tx", "＝1"], "'=1+1,'@SUM(A1),'-2,'+3,'\tx,'＝1\r\n"],
  [[-2, 1.5, ""], "-2,1.5,\r\n"],
  [["酒泉"], "酒泉\r\n"],
])("%j is written as %j", (cells, line) => {
  expect(csvLine(cells)).toBe(line);
});

it("comes back as it was, but for the apostrophe before what would be a formula", () => {
  const rows = fc.array(fc.array(fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r", "=", " ", "é", "'") }), { minLength: 2, maxLength: 5 }), { maxLength: 5 });
  fc.assert(
    fc.property(rows, (all) => {
      const read = readCsv(all.map(csvLine).join(""));
      expect(read).toEqual(all.map((cells) => cells.map((cell) => (/^[=\r\n]/.test(cell) ? `'${cell}` : cell))));
      for (const cell of read.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
    }),
    { seed: 1 },
  );
});
