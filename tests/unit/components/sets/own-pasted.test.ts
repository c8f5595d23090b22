import { expect, it, test } from "vitest";
import { pastedCards } from "@/components/sets/own-pasted";

const card = (term: string, definition = "", aliases = "") => ({ term, definition, aliases });

test.each<[string, string, ReturnType<typeof card>[]]>([
  ["two columns", "apogee\tthe highest point\r\nperigee\tthe lowest point\r\n", [card("apogee", "the highest point"), card("perigee", "the lowest point")]],
  ["a third column as other names", "apogee\thigh\tapoapsis; 远地点", [card("apogee", "high", "apoapsis; 远地点")]],
  ["cells with line ends and quotation marks", '"two\nlines"\t"says ""go"""\nnext\tplain "quotes" within', [card("two\nlines", 'says "go"'), card("next", 'plain "quotes" within')]],
  ["headings left out", "Term\tDefinition\napogee\thigh", [card("apogee", "high")]],
  ["blank rows left out", "apogee\thigh\n\t\n\nperigee\tlow", [card("apogee", "high"), card("perigee", "low")]],
  ["empty cells kept in their place", "\thigh\nperigee\t", [card("", "high"), card("perigee")]],
])("%s become cards", (_, text, cards) => expect(pastedCards(text, false)).toEqual(cards));

it("lines are terms where a term is typed, and text where a definition is", () => {
  expect(pastedCards("apogee\nperigee\n", true)).toEqual([card("apogee"), card("perigee")]);
  expect(pastedCards("first line\nsecond line", false)).toBeNull();
});

it("a plain text is left to the field", () => {
  expect(pastedCards("apogee", true)).toBeNull();
  expect(pastedCards("apogee\n", true)).toBeNull();
});

it("ten thousand rows are taken apart at once", () => {
  expect(pastedCards("a\tb\n".repeat(10_000), true)).toHaveLength(10_000);
});
