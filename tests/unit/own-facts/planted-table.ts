import { namedRandom, pick, randomBelow } from "@/lib/shared/random";
import type { CellMistakeCode } from "@/lib/own-facts/mistakes";

const headings = ["Satellite", "launch date", "mass (kg)", "orbit", "operator", "crewed", "purpose", "apogee (km)"];

const random = namedRandom(7, "planted table");
const two = (n: number) => String(n).padStart(2, "0");
const orbits = ["low", "sun-synchronous", "geostationary", "elliptical"];
const operators = ["CASC", "CASIC", "CNSA", "ChangGuang", "GalaxySpace"];

const soundRow = (i: number): string[] => [
  `Satellite ${i}`,
  `${1970 + randomBelow(random, 55)}-${two(1 + randomBelow(random, 12))}-${two(1 + randomBelow(random, 28))}`,
  `${100 + randomBelow(random, 9000)}${i % 3 === 0 ? " kg" : ""}`,
  pick(random, orbits),
  pick(random, operators),
  i % 2 === 0 ? "yes" : "no",
  `Looks at region ${i} of the sky`,
  `${200 + randomBelow(random, 36000)} km`,
];

/** What is written over a cell (by column from 1), and the mistake that this is. `otherRow`: the name is taken from the row before. */
const plants: { column: number; value: string | "otherRow"; code: CellMistakeCode }[] = [
  { column: 1, value: "", code: "empty-name" },
  { column: 1, value: "otherRow", code: "duplicate-name" },
  { column: 1, value: "=HYPERLINK(\"x\")", code: "formula" },
  { column: 1, value: "x".repeat(201), code: "too-long" },
  { column: 2, value: "2019-02-30", code: "no-such-date" },
  { column: 2, value: "31 June 2001", code: "no-such-date" },
  { column: 2, value: "03/04/2005", code: "ambiguous-date" },
  { column: 2, value: "15 October", code: "no-year" },
  { column: 2, value: "soon", code: "wrong-kind" },
  { column: 2, value: "2003-10-15; 2005-10-12", code: "two-values" },
  { column: 3, value: "heavy", code: "wrong-kind" },
  { column: 3, value: "53 stone", code: "unit-unknown" },
  { column: 3, value: "53 m", code: "unit-mismatch" },
  { column: 3, value: "less than 5 kg", code: "limit" },
  { column: 3, value: "1e30", code: "number-out-of-range" },
  { column: 3, value: "500 kg; 600 kg", code: "two-values" },
  { column: 4, value: "low; elliptical", code: "two-values" },
  { column: 4, value: "low and elliptical", code: "two-values" },
  { column: 5, value: "CASC / CNSA", code: "two-values" },
  { column: 5, value: "   ", code: "only-whitespace" },
  { column: 6, value: "sometimes", code: "wrong-kind" },
  { column: 7, value: "x".repeat(501), code: "too-long" },
  { column: 7, value: "left\u202Eright", code: "bidi-controls" },
  { column: 7, value: "bell\u0007", code: "control-characters" },
  { column: 7, value: "@SUM(A1:A9)", code: "formula" },
  { column: 8, value: "high", code: "wrong-kind" },
  { column: 9, value: "one more", code: "too-many-cells" },
];

export type PlantedTable = { text: string; planted: string[] };

/** A table of 1,000 rows and 8 columns, tabs between the cells, with mistakes of every kind several times over; what was planted as "row column code", in order. */
export function plantedTable(times = 5): PlantedTable {
  const rows = Array.from({ length: 1000 }, (_, i) => soundRow(i + 1));
  const planted: string[] = [];
  for (let time = 0; time < times; time++) {
    plants.forEach(({ column, value, code }, i) => {
      const at = 1 + 7 * (time * plants.length + i);
      rows[at]![column - 1] = value === "otherRow" ? rows[at - 1]![0]! : value;
      planted.push(`${at + 2} ${column} ${code}`);
    });
  }
  return { text: [headings, ...rows].map((cells) => cells.map((cell) => (cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell)).join("\t")).join("\r\n"), planted };
}
