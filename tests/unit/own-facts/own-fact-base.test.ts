import { describe, expect, test } from "vitest";
import { checkContent } from "@/lib/facts/check";
import { statementOf } from "@/lib/facts/render";
import { gradeTyped } from "@/lib/grading/grade-response";
import { ownFactBaseInSteps } from "@/lib/own-facts/own-fact-base";
import { setOfOwnFact } from "@/lib/own-facts/own-ids";
import type { OwnTable } from "@/lib/own-facts/own-content";
import { asFactId, asPredicateId } from "@/lib/shared/ids";
import { baseOf, cardOf, main, rockets, setId, tableOf } from "./own-base";

const table = tableOf(rockets);
const cards = [
  cardOf(1, "apogee", "The point of an orbit that is farthest away.", { aliases: ["far point"], picture: { alternative: "An ellipse with its far end marked" } }),
  cardOf(2, "perigee", "Its nearest place", { source: { title: "A book", url: "https://example.org/book" } }),
];
const base = baseOf([table], cards);
const idOf = (row: number, column: number, of: OwnTable = table) => asFactId(`own.${setId}.${of.rows[row]!.id}.${of.columns[column]!.id}`);
const factAt = (row: number, column: number) => base.facts.get(idOf(row, column))!;
const statementAt = (row: number, column: number) => statementOf(base, factAt(row, column));

describe("the base of a set's own cards and tables", () => {
  test("has one fact for each cell that is not empty and one for each card, and nothing else", () => {
    const cells = table.rows.flatMap((row) => row.cells).filter((cell) => cell !== null);
    expect(base.content.facts).toHaveLength(cells.length + cards.length);
  });

  test("is content like ours: every check of the content passes", () => expect(checkContent(base.content)).toEqual([]));
  test("shares units and qualifiers with the content", () => expect([base.content.units, base.content.qualifiers]).toEqual([main.content.units, main.content.qualifiers]));

  test.each([
    [0, 0, "The date of the first flight of Long March 1 is 24 April 1970."], [0, 1, "The height of Long March 1 is 29.5 m."], [0, 2, "The launch site of Long March 1 is Jiuquan."],
    [3, 3, "Long March 2F has “yes” under “crewed”."], [0, 4, "Long March 1 has “CALT” under “launched by”."], [1, 5, "The fuel of Long March 2 is dinitrogen tetroxide."],
  ])("says the cell of row %i and column %i as a sentence: %s", (row, column, statement) => expect(statementAt(row, column)).toBe(statement));

  test("says a card as a sentence, and keeps its picture's description and its source", () => {
    const [first, second] = cards.map(({ id }) => base.facts.get(asFactId(`own.${setId}.${id}.definition`))!);
    expect(statementOf(base, first!)).toBe("“apogee” means “The point of an orbit that is farthest away”.");
    expect(first!.picture).toMatchObject({ alternative: "An ellipse with its far end marked" });
    expect(base.sources.get(second!.citations[0]!.source)).toMatchObject({ title: "A book", url: "https://example.org/book" });
  });

  test("takes a value that names a row for that row, and others for things of its kind", () => {
    const successor = (row: number) => factAt(row, 6).value;
    expect(successor(0)).toEqual({ kind: "entity", entity: factAt(1, 0).subject });
    const stranger = successor(3);
    expect(stranger.kind === "entity" && base.entities.get(stranger.entity)).toMatchObject({ labels: { en: "Long March 10" }, type: base.entities.get(factAt(0, 0).subject)!.type });
  });

  test("takes two spellings of a value for one thing", () => {
    const own = baseOf([tableOf("Thing,site\nA,Jiuquan\nB,jiuquan\nC,Xichang\nD,XICHANG")]);
    expect(own.content.entities.filter(({ type }) => type !== own.entities.get(own.content.facts[0]!.subject)!.type)).toHaveLength(2);
  });

  test("keeps the ids of facts when cells, names and headings are edited, and has another version", () => {
    const edited = structuredClone(table);
    edited.rows[0]!.cells[1] = "30 m";
    edited.rows[0]!.name = "Changzheng 1";
    edited.columns[1]!.heading = "total height";
    const after = baseOf([edited], cards);
    expect([...after.facts.keys()]).toEqual([...base.facts.keys()]);
    expect(after.version).not.toBe(base.version);
    expect(baseOf([table], cards).version).toBe(base.version);
  });

  test("is made in many steps, so that others have their turn", () => {
    const things = tableOf(["thing\tmass\tnote", ...Array.from({ length: 1000 }, (_, i) => `thing ${i}\t${i}\tnote ${i % 3}`)].join("\n"));
    let steps = 0;
    for (const making = ownFactBaseInSteps(main, setId, { cards: [], tables: [things] }); making.next().done !== true; steps++);
    // Twenty for the rows, and as many as there are blocks of facts and things in the version.
    expect(steps).toBeGreaterThanOrEqual(32);
  });

  test("belongs to its set by every fact's id", () => {
    expect(new Set(base.content.facts.map(({ id }) => setOfOwnFact(id)))).toEqual(new Set([setId]));
    expect(setOfOwnFact("cz-5.height.1")).toBeUndefined();
    for (const { id } of base.content.facts) expect(id).toMatch(/^[\w.~-]{1,200}$/);
  });

  test("grades what is typed by aliases, units and precision", () => {
    const grade = (row: number, column: number, typed: string) => {
      const graded = gradeTyped(base, asPredicateId(factAt(row, column).predicate), factAt(row, column).value, typed);
      return graded.ok && graded.value.score;
    };
    expect([grade(0, 1, "29.5"), grade(0, 1, "0.0295 km"), grade(0, 1, "40 m"), grade(0, 0, "24/4/1970"), grade(0, 2, "jiuquan")]).toEqual([1, 1, 0, 1, 1]);
  });
});
