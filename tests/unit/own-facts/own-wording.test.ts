import { describe, expect, test } from "vitest";
import { oneAndMany } from "@/lib/own-facts/english-plural";
import type { ColumnKind } from "@/lib/own-facts/own-limits";
import { headingInside, thingsOf, wordingOfColumn } from "@/lib/own-facts/own-wording";

describe("what one and many things are called", () => {
  test.each([
    ["rocket", "rocket", "rockets"], ["Rockets", "rocket", "rockets"], ["city", "city", "cities"], ["Countries", "country", "countries"], ["Person", "person", "people"], ["launch sites", "launch site", "launch sites"],
    ["city in China", "city in China", "cities in China"], ["spacecraft", "spacecraft", "spacecraft"], ["class", "class", "classes"], ["virus", "virus", "viruses"], ["day", "day", "days"], ["火箭", "火箭", "火箭"],
    ["Rocket name", "rocket", "rockets"], ["Name", "thing", "things"], ["Chinese city", "Chinese city", "Chinese cities"], ["ISS module", "ISS module", "ISS modules"],
  ])("%s: one %s, many %s", (name, one, many) => expect(thingsOf(name)).toEqual({ one, many }));

  test("is the same from one and from many", () => {
    for (const word of ["rocket", "city", "person", "box", "class", "series", "woman", "dish"]) expect(oneAndMany(oneAndMany(word).many)).toEqual(oneAndMany(word));
  });
});

test.each([["First flight", "first flight"], ["Chinese name", "Chinese name"], ["ISP", "ISP"], ["Height:", "height"]])("the heading %s stands as %s inside a sentence", (heading, inside) => expect(headingInside(heading)).toBe(inside));

describe("the question for a column", () => {
  test.each<[string, ColumnKind, string]>([
    ["Height", "quantity", "What is the height of {subject}?"], ["launch site", "entity", "What is the launch site of {subject}?"], ["launch date", "date", "What is the launch date of {subject}?"],
    ["first flight", "date", "What is the date of the first flight of {subject}?"], ["launched by", "entity", "What does {subject} have under “launched by”?"], ["Founded", "date", "What does {subject} have under “Founded”?"],
    ["crewed", "boolean", "What does {subject} have under “crewed”?"], ["engines", "text", "What does {subject} have under “engines”?"], ["How tall?", "quantity", "What does {subject} have under “How tall”?"],
  ])("%s, of kind %s, is: %s", (heading, kind, question) => expect(wordingOfColumn(heading, kind, "rocket", kind === "date" ? "date" : undefined).forward.en[0]).toBe(question));

  test("asks for years where they are years", () => expect(wordingOfColumn("first flight", "date", "rocket", "year").forward.en).toEqual(["What is the year of the first flight of {subject}?"]));
});
