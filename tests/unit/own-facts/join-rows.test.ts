import fc from "fast-check";
import { expect, it } from "vitest";
import { joinRows } from "@/lib/own-facts/join-rows";
import { splitRows } from "@/lib/own-facts/split-rows";
import { mistakesOf, rockets } from "./own-base";

const cell = fc.stringMatching(/^[a-z"'\t\n;,=|]{0,6}$/);

it("cells joined into a text are the same when it is taken apart", () => {
  const cells = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }).filter((row) => row.some((text) => text.trim() !== "")), { minLength: 1, maxLength: 5 });
  fc.assert(fc.property(cells, (rows) => {
    expect(splitRows(joinRows(rows))).toEqual({ ok: true, value: rows });
  }), { seed: 7 });
});

it("a blank row between others keeps its place", () => {
  expect(splitRows(joinRows([["a", "b"], [], ["c", "d"]]))).toEqual({ ok: true, value: [["a", "b"], [], ["c", "d"]] });
});

it("a mistake stands at the same cell after the cells were joined anew", () => {
  const broken = rockets.replace("29.5", "tall").replace("1984-01-29", "1984-02-30");
  const split = splitRows(broken);
  expect(mistakesOf(joinRows(split.ok ? split.value : []))).toEqual(mistakesOf(broken));
  expect(mistakesOf(broken)).toEqual(["2 3 wrong-kind", "4 2 no-such-date"]);
});
