import { expect, it } from "vitest";
import { readTableInSteps, type TableReading } from "@/lib/own-facts/read-table";
import { showReading } from "@/lib/own-facts/show-reading";
import { idsFrom, main, rockets } from "./own-base";

function readingOf(text: string): { reading: TableReading; steps: number } {
  const steps = readTableInSteps(text, { base: main, newId: idsFrom() });
  for (let count = 0; ; count++) {
    const step = steps.next();
    if (step.done === true) return { reading: step.value, steps: count };
  }
}

it("a reading tells what was understood and how cells are kept that stand otherwise, by their places", () => {
  const { reading } = readingOf(rockets.replace("Long March 2\t", "\nLong March 2\t"));
  const shown = showReading(main, reading);
  expect(shown).toMatchObject({ rows: 8, facts: 53, mistakes: [], columns: [{ position: 2, kind: "date" }, { position: 3, heading: "height", kind: "quantity", symbol: "m" }, {}, {}, {}, {}, {}] });
  expect(shown.kept).toContainEqual([2, 2, "1970-04-24"]);
  // The blank row counts, as in the spreadsheet.
  expect(shown.kept).toContainEqual([4, 2, "1974-11-05"]);
  expect(shown.kept.every(([line, position, text]) => shown.cells[line - 1]![position - 1] !== text)).toBe(true);
});

it("a reading with mistakes makes no facts", () => {
  expect(showReading(main, readingOf(rockets.replace("29.5", "tall")).reading)).toMatchObject({ facts: 0, kept: [], mistakeCount: 1 });
});

it("a thousand rows are read in many steps", () => {
  const text = ["thing\tmass\tnote", ...Array.from({ length: 1000 }, (_, i) => `thing ${i}\t${i}\tnote ${i % 3}`)].join("\n");
  expect(readingOf(text).steps).toBeGreaterThanOrEqual(13);
});
