import { describe, expect, test } from "vitest";
import { ownContentSchema, picturesOf, withOtherPictures, type OwnCard, type OwnContent, type OwnTable } from "@/lib/own-facts/own-content";
import { ownLimits } from "@/lib/own-facts/own-limits";
import { readOwnContent } from "@/lib/own-facts/read-own-content";
import { cardOf, main, rockets, tableOf } from "./own-base";

const accepts = (content: unknown) => ownContentSchema.safeParse(content).success;
const table = tableOf(rockets);
const card = cardOf(1, "apogee", "The point farthest from the Earth.");

describe("what is kept with a set", () => {
  test("may be nothing, cards, tables, or both", () => {
    for (const content of [{ cards: [], tables: [] }, { cards: [card], tables: [] }, { cards: [card], tables: [table] }]) expect(accepts(content)).toBe(true);
  });

  const kept = { id: "00000000-0000-4000-8000-0000000000aa", width: 640, height: 480, alternative: "An ellipse" };
  const withCard = (more: object) => ({ cards: [{ ...card, ...more }], tables: [] });
  const withTable = (more: object) => ({ cards: [], tables: [{ ...table, ...more }] });
  test.each([
    ["a field that is not known", withCard({ html: "x" })], ["a card without a term", withCard({ term: "" })], ["a card whose id is none", withCard({ id: "1" })],
    ["a picture as a data URL", withCard({ picture: { url: "data:image/png;base64,AA", alternative: "x" } })], ["a picture without a description", withCard({ picture: { url: "https://example.org/a.png" } })],
    ["a picture without its size", withCard({ picture: { id: kept.id, alternative: "x" } })], ["a picture that is larger than any that is kept", withCard({ picture: { ...kept, width: 1025 } })],
    ["a picture whose id is an address", withCard({ picture: { ...kept, id: "https://example.org/a.png" } })],
    ["301 pictures", { cards: Array.from({ length: 301 }, (_, i) => ({ ...cardOf(i, `t${i}`, "d"), picture: { ...kept, id: `00000000-0000-4000-8000-1${String(i).padStart(11, "0")}` } })), tables: [] }],
    ["a source that is no page", withCard({ source: { title: "x", url: "javascript:alert(1)" } })], ["half of a surrogate pair", withCard({ term: "\uD800" })],
    ["eleven aliases", withCard({ aliases: Array.from({ length: 11 }, (_, i) => `a${i}`) })], ["a definition of 501 signs", withCard({ definition: "x".repeat(501) })],
    ["a row with a cell too few", withTable({ rows: [{ ...table.rows[0], cells: [] }] })], ["a column that is not functional", withTable({ columns: table.columns.map((column) => ({ ...column, isFunctional: false })) })],
    ["a table without rows", withTable({ rows: [] })], ["an id with a dot", withTable({ id: "a.b" })], ["an id that has a meaning", withTable({ id: "card" })], ["one id twice", withTable({ id: table.rows[0]!.id })],
    ["1,001 rows", withTable({ rows: Array.from({ length: 1001 }, (_, i) => ({ ...table.rows[0], id: `r${i}` })) })],
    ["2,001 cards", { cards: Array.from({ length: 2001 }, (_, i) => cardOf(i, `t${i}`, "d")), tables: [] }],
    ["more than 2 MB", { cards: Array.from({ length: 2000 }, (_, i) => cardOf(i, "火".repeat(199), "箭".repeat(ownLimits.cell))), tables: [] }],
  ])("is never %s", (_, content) => expect(accepts(content)).toBe(false));

  test("may have a picture elsewhere, described, and a source", () =>
    expect(accepts(withCard({ picture: { url: "https://example.org/a.png", alternative: "An ellipse" }, source: { title: "A book", url: "https://example.org" } }))).toBe(true));

  test("may have a picture of its own, and say where it is from", () => {
    for (const picture of [kept, { ...kept, url: "https://example.org/a.png" }]) expect(ownContentSchema.parse(withCard({ picture })).cards[0]!.picture).toEqual(picture);
  });

  test("names each picture once, and can have others in their place", () => {
    const content = ownContentSchema.parse({ cards: [1, 2].map((i) => ({ ...cardOf(i, `t${i}`, "d"), picture: kept })).concat([{ ...cardOf(3, "t3", "d"), picture: { alternative: "told" } as typeof kept }]), tables: [] });
    expect(picturesOf(content)).toEqual([kept.id]);
    const other = "00000000-0000-4000-8000-0000000000bb";
    expect(withOtherPictures(content, new Map([[kept.id, other]])).cards.map(({ picture }) => picture)).toEqual([{ ...kept, id: other }, { ...kept, id: other }, { alternative: "told" }]);
  });
});

describe("own content that was edited", () => {
  const edited = (change: (copy: OwnTable) => void): OwnContent => {
    const copy = structuredClone(table);
    change(copy);
    return { cards: [], tables: [copy] };
  };
  const mistakesOf = (content: OwnContent) => {
    const read = readOwnContent(main, content);
    return read.ok ? [] : read.error.map((mistake) => (mistake.in === "table" ? `${mistake.row} ${mistake.column} ${mistake.code}` : `card ${mistake.card} ${mistake.field} ${mistake.code}`));
  };

  test("is kept in the form in which it is read", () => {
    const read = readOwnContent(main, edited(({ rows }) => { rows[0]!.cells[0] = "25 April 1970"; rows[0]!.cells[1] = " about 30 "; }));
    expect(read.ok && read.value.content.tables[0]!.rows[0]!.cells.slice(0, 2)).toEqual(["1970-04-25", "about 30 m"]);
  });

  test("is kept without stray blanks in its names, headings and cards", () => {
    const { tables } = edited(({ rows, columns }) => { rows[0]!.name = " Long  March 1"; rows[0]!.aliases = ["CZ-1 "]; columns[0]!.heading = "First  flight"; });
    const read = readOwnContent(main, { cards: [cardOf(1, "apogee ", " The far\npoint ")], tables });
    expect(read.ok && read.value.content.cards[0]).toMatchObject({ term: "apogee", definition: "The far point" });
    expect(read.ok && read.value.content.tables[0]).toMatchObject({ rows: [{ name: "Long March 1", aliases: ["CZ-1"] }, ...table.rows.slice(1)], columns: table.columns });
  });

  test("is read as one column whatever stands beside a cell: 1,5 in one makes no other 1.234", () => {
    const read = readOwnContent(main, edited(({ rows }) => { rows[0]!.cells[1] = "1,5"; rows[1]!.cells[1] = "1,234 m"; for (const row of rows.slice(2)) row.cells[1] = null; }));
    expect(read.ok && read.value.content.tables[0]!.rows.slice(0, 2).map(({ cells }) => cells[1])).toEqual(["1.5 m", "1,234 m"]);
  });

  test.each<[string, (copy: OwnTable) => void]>([
    ["3 2 no-such-date", ({ rows }) => { rows[1]!.cells[0] = "2001-02-30"; }], ["2 3 unit-mismatch", ({ rows }) => { rows[0]!.cells[1] = "5 kg"; }],
    ["3 1 duplicate-name", ({ rows }) => { rows[1]!.name = "long march 1"; }], ["3 1 name-is-alias", ({ rows }) => { rows[1]!.aliases = ["Long March 1"]; }], ["2 1 two-values", ({ rows }) => { rows[0]!.aliases = ["a; b"]; }],
    ["1 2 heading-characters", ({ columns }) => { columns[0]!.heading = "{value}"; }], ["1 3 duplicate-heading", ({ columns }) => { columns[1]!.heading = "first Flight"; }], ["1 1 formula", (copy) => { copy.name = "=1"; }],
    ["2 7 bidi-controls", ({ rows }) => { rows[0]!.cells[5] = "a\u202Eb"; }],
  ])("is refused with %s", (mistake, change) => expect(mistakesOf(edited(change))).toContain(mistake));

  test.each<[string, OwnCard[]]>([
    ["card 1 term duplicate-name", [card, cardOf(2, "Apogee", "Another")]], ["card 1 definition duplicate-definition", [card, cardOf(2, "far point", "the point farthest from the Earth")]],
    ["card 1 aliases name-is-alias", [card, cardOf(2, "perigee", "x", { aliases: ["apogee"] })]], ["card 0 definition formula", [cardOf(1, "a", "=1+1")]], ["card 0 term only-whitespace", [cardOf(1, "  ", "x")]],
  ])("is refused with %s", (mistake, cards) => expect(mistakesOf({ cards, tables: [] })).toEqual([mistake]));
});
