import { describe, expect, test } from "vitest";
import { cellMistakeCodes } from "@/lib/own-facts/mistakes";
import { mistakesOf, read } from "./own-base";
import { plantedTable } from "./planted-table";

describe("a table of 1,000 rows and 8 columns", () => {
  const { text, planted } = plantedTable();

  test("is refused with every mistake that was planted, each at its cell, and no other", () => {
    expect(planted).toHaveLength(135);
    expect(mistakesOf(text)).toEqual(planted);
  });

  test("is understood by its columns in spite of them, so that a kind can be overruled", () => {
    const table = read(text);
    expect(table.ok ? [] : table.error.columns.map(({ heading, kind, unit }) => [heading, kind, unit])).toEqual([
      ["launch date", "date", undefined], ["mass", "quantity", "kg"], ["orbit", "entity", undefined], ["operator", "entity", undefined],
      ["crewed", "boolean", undefined], ["purpose", "text", undefined], ["apogee", "quantity", "km"],
    ]);
    expect(table.ok ? [] : table.error.cells[0]).toHaveLength(8);
  });

  test("is read as a whole once nothing is planted in it", () => {
    const table = read(plantedTable(0).text);
    expect(table.ok && table.value.rows).toHaveLength(1000);
  });
});

describe("every mistake of a cell", () => {
  const byHeading: [string, string][] = [
    ["no-heading", "Rocket,height,\nA,5 m,x\nB,6 m,"],
    ["duplicate-heading", "Rocket,height,Height\nA,5 m,x\nB,6 m,y"],
    ["duplicate-heading", "Rocket,height (m),height (km)\nA,5,1\nB,6,2"],
    ["heading-characters", "Rocket,{subject}\nA,x\nB,y"],
    ["name-is-alias", "Rocket,aliases,colour\nA,first; B,red\nB,,blue"],
    ["name-is-alias", "Rocket,aliases,colour\nA,twin,red\nB,Twin,blue"],
    ["too-many-aliases", "Rocket,aliases,colour\nA,a1;a2;a3;a4;a5;a6;a7;a8;a9;a10;a11,red"],
    ["duplicate-name", "Rocket,colour\nLong March 5,red\nlong-march 5,blue"],
  ];

  test.each(byHeading)("%s is found", (code, text) => {
    expect(mistakesOf(text).map((mistake) => mistake.split(" ")[2])).toContain(code);
  });

  test("of a table is one that can be planted", () => {
    const found = new Set([...plantedTable().planted.map((mistake) => mistake.split(" ")[2]!), ...byHeading.map(([code]) => code)]);
    const ofCards = ["duplicate-definition"];
    expect(cellMistakeCodes.filter((code) => !found.has(code))).toEqual(ofCards);
  });
});
