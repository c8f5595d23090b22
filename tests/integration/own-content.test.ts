import { randomUUID } from "node:crypto";
import { expect, it, test } from "vitest";
import { attemptLimits } from "@/lib/auth/rate-limit";
import { previewOwnCards, saveOwnCards, findOwnCards } from "@/lib/data/set-own-cards";
import { findOwnContent } from "@/lib/data/set-own-content";
import { exportOwnTable, findOwnTable, previewOwnTable, readOwnTable, removeOwnTable, saveOwnTable } from "@/lib/data/set-own-table";
import { setsPerUser } from "@/lib/data/set-change";
import { createSet } from "@/lib/data/sets";
import type { PrismaClient } from "@/lib/db/generated/client";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, morning } from "@/tests/support/factories";
import { apogee, card, perigee, tableOf } from "@/tests/support/own-content";
import { rockets } from "@/tests/unit/own-facts/own-base";

type Who = { userId: string };

const broken = rockets.replace("29.5", "tall").replace("1984-01-29", "1984-02-30");

describeEachDatabase("own cards and tables", (db: () => PrismaClient) => {
  const viewer = async (): Promise<Who> => ({ userId: (await createLearner(db())).id });
  const stored = () => Promise.all([db().factSet.findMany({ orderBy: { id: "asc" } }), db().factSetRevision.findMany()]);
  const saved = async (who: Who, table = tableOf(rockets)) => {
    const outcome = await saveOwnTable(who, table, morning);
    if (!outcome.saved) throw new Error(JSON.stringify(outcome.reading.mistakes));
    return { ...outcome.saved, tableId: table.tableId };
  };
  const madeCards = async (who: Who, cards = [apogee, perigee]) => {
    const target = { setId: randomUUID(), revision: null, name: "Orbits" };
    const outcome = await saveOwnCards(who, { ...target, cards }, morning);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
    return outcome.value;
  };

  it("are read and previewed without anything being kept", async () => {
    const who = await viewer();
    const table = tableOf(rockets);
    const reading = await readOwnTable(who, table, morning);
    expect(reading).toMatchObject({ mistakes: [], rows: 8, facts: 53, columns: [{ position: 2, heading: "First flight", kind: "date" }, { kind: "quantity", symbol: "m" }, { kind: "entity" }, { kind: "boolean" }, {}, {}, {}] });
    expect(reading.kept).toContainEqual([2, 2, "1970-04-24"]);
    const page = await previewOwnTable(who, table, 0, morning);
    expect(page).toMatchObject({ from: 0, total: 53, facts: [{ statement: "The date of the first flight of Long March 1 is 24 April 1970." }, {}, {}, {}, {}, {}] });
    expect(page.facts.every(({ questions, reasons }) => questions.length + reasons.length > 0)).toBe(true);
    expect((await previewOwnTable(who, table, 1, morning)).facts[0]!.id).not.toBe(page.facts[0]!.id);
    const ofCards = await previewOwnCards(who, { ...table, cards: [apogee, perigee] }, 0, morning);
    expect(ofCards).toMatchObject({ ok: true, value: { total: 2, facts: [{ statement: "“apogee” means “the highest point of an orbit”." }, {}] } });
    expect(await stored()).toEqual([[], []]);
  });

  it("are kept as a set of their own", async () => {
    const who = await viewer();
    const { id, revision, tableId } = await saved(who);
    expect(revision).toBe(1);
    const table = await findOwnTable(who, id, tableId);
    expect(table).toMatchObject({ setName: "Rockets", name: "Rocket", revision: 1 });
    expect(table.cells[0]).toEqual(["Rocket", "First flight", "height (m)", "Launch site", "crewed", "launched by", "fuel", "Successor"]);
    expect(table.cells[1]!.slice(0, 3)).toEqual(["Long March 1", "1970-04-24", "29.5 m"]);
    const cards = await madeCards(who);
    expect(await findOwnCards(who, cards.id)).toMatchObject({ name: "Orbits", revision: 1, cards: [apogee, perigee], tables: [] });
  });

  it("are kept wholly or not at all: one mistake refuses a table, and every one is named", async () => {
    const who = await viewer();
    const outcome = await saveOwnTable(who, tableOf(broken), morning);
    expect(outcome).toMatchObject({ saved: null, reading: { mistakeCount: 2, mistakes: [{ row: 2, column: 3, code: "wrong-kind", value: "tall" }, { row: 4, column: 2, code: "no-such-date" }] } });
    const cards = await saveOwnCards(who, { setId: randomUUID(), revision: null, name: "Orbits", cards: [apogee, card("", "nothing"), card("=1+1", "two")] }, morning);
    expect(cards).toMatchObject({ ok: false, error: [{ card: 1, field: "term", code: "empty-name" }, { card: 2, field: "term", code: "formula" }] });
    expect(await stored()).toEqual([[], []]);
  });

  it("keep the kinds that the person chose", async () => {
    const who = await viewer();
    const table = tableOf(rockets, { choices: { 4: { kind: "text" }, 2: { kind: "text" } } });
    expect((await readOwnTable(who, table, morning)).columns.map(({ kind }) => kind).slice(0, 3)).toEqual(["text", "quantity", "text"]);
    const { id, tableId } = await saved(who, table);
    expect((await findOwnTable(who, id, tableId)).columns.map(({ kind }) => kind).slice(0, 3)).toEqual(["text", "quantity", "text"]);
  });

  it("keep the ids of what stays when a table is written anew, and so the memory of it", async () => {
    const who = await viewer();
    const { id, tableId } = await saved(who);
    const was = (await findOwnContent(who, id)).content.tables[0]!;
    const changed = rockets.replace("29.5", "29.9").replace(/^Kuaizhou.*\n/m, "").concat("Zhuque 2\t2022-12-14\t49.5\tJiuquan\tno\tLandSpace\tmethane\t\n");
    await saved(who, { ...tableOf(changed), setId: id, revision: 1, tableId });
    const now = (await findOwnContent(who, id)).content.tables[0]!;
    expect(now.columns.map((column) => column.id)).toEqual(was.columns.map((column) => column.id));
    expect(now.rows.slice(0, 7).map((row) => row.id)).toEqual(was.rows.slice(0, 7).map((row) => row.id));
    expect(now.rows[7]).toMatchObject({ name: "Zhuque 2" });
    expect(was.rows.map((row) => row.id)).not.toContain(now.rows[7]!.id);
    expect(await db().factSetRevision.findMany({ select: { revision: true } })).toEqual([{ revision: 1 }]);
  });

  it("stand beside each other: cards leave the tables as they are, tables the cards, and a table goes by itself", async () => {
    const who = await viewer();
    const { id } = await madeCards(who);
    const table = { ...tableOf(rockets), setId: id, revision: 1, name: "Orbits" };
    await saved(who, table);
    expect(await saveOwnCards(who, { setId: id, revision: 2, name: "Orbits", cards: [apogee] }, morning)).toMatchObject({ ok: true, value: { revision: 3 } });
    expect(await findOwnCards(who, id)).toMatchObject({ cards: [apogee], tables: [{ id: table.tableId, name: "Rocket", rows: 8, columns: 7 }] });
    await removeOwnTable(who, { setId: id, revision: 3, tableId: table.tableId }, morning);
    expect(await findOwnCards(who, id)).toMatchObject({ revision: 4, cards: [apogee], tables: [] });
  });

  it("come out as a file that is read again as it was", async () => {
    const who = await viewer();
    const { id, tableId } = await saved(who);
    const { csv } = await exportOwnTable(who, id, tableId);
    const again = await readOwnTable(who, tableOf(csv), morning);
    expect(again).toMatchObject({ mistakes: [], facts: 53, kept: [] });
  });

  it("of two tabs that began from the same the later is told, and what the first saved stays", async () => {
    const who = await viewer();
    const { id } = await madeCards(who);
    await saveOwnCards(who, { setId: id, revision: 1, name: "Orbits", cards: [apogee] }, morning);
    await expect(saveOwnCards(who, { setId: id, revision: 1, name: "Orbits", cards: [perigee] }, morning)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await findOwnCards(who, id)).toMatchObject({ revision: 2, cards: [apogee] });
  });

  it("of which another tab changed the cards lose no table to a page from before", async () => {
    const who = await viewer();
    const { id } = await madeCards(who);
    const table = { ...tableOf(rockets), setId: id, revision: 1, name: "Orbits" };
    await saved(who, table);
    await saveOwnCards(who, { setId: id, revision: 2, name: "Orbits", cards: [apogee] }, morning);
    await expect(removeOwnTable(who, { setId: id, revision: 2, tableId: table.tableId }, morning)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await findOwnCards(who, id)).toMatchObject({ revision: 3, cards: [apogee], tables: [{ id: table.tableId }] });
  });

  it("saved again because the answer got lost are saved once", async () => {
    const who = await viewer();
    const table = tableOf(rockets);
    const first = await saved(who, table);
    expect(await saved(who, table)).toEqual(first);
    const target = { setId: first.id, revision: 1, name: "Rockets", cards: [apogee] };
    for (let i = 0; i < 2; i++) expect(await saveOwnCards(who, target, morning)).toMatchObject({ ok: true, value: { revision: 2 } });
    expect(await db().factSet.count()).toBe(1);
    expect(await db().factSetRevision.count()).toBe(1);
  });

  it("are refused where the set would be empty, and beyond as many sets as one can keep", async () => {
    const who = await viewer();
    await expect(saveOwnCards(who, { setId: randomUUID(), revision: null, name: "Nothing", cards: [card(" ", "")] }, morning)).rejects.toMatchObject({ code: "INVALID" });
    const { id } = await madeCards(who);
    await expect(saveOwnCards(who, { setId: id, revision: 1, name: "Nothing", cards: [] }, morning)).rejects.toMatchObject({ code: "INVALID" });
    const withQuery = await createSet(who, { name: "Engines", query: { topics: ["engines"], entities: [], facts: [] } }, morning);
    expect(await saveOwnCards(who, { setId: withQuery.id, revision: 1, name: "Engines", cards: [] }, morning)).toMatchObject({ ok: true });
    await db().factSet.createMany({ data: Array.from({ length: setsPerUser - 2 }, (_, i) => ({ ownerId: who.userId, name: `${i}`, query: {} })) });
    await expect(saveOwnTable(who, tableOf(rockets), morning)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(saveOwnCards(who, { setId: id, revision: 1, name: "Orbits", cards: [apogee] }, morning)).resolves.toMatchObject({ ok: true });
  });

  it("hold 20,000 facts at most", async () => {
    const who = await viewer();
    const wide = ["thing", ..."abcdefghijkl"].join("\t");
    const big = (first: number) => [wide, ...Array.from({ length: 1000 }, (_, i) => [`thing ${first + i}`, ...Array.from({ length: 12 }, (__, c) => `${i % 7} ${c}`)].join("\t"))].join("\n");
    const { id } = await saved(who, tableOf(big(0), { choices: Object.fromEntries(Array.from({ length: 12 }, (_, i) => [i + 2, { kind: "text" }])) }));
    const second = tableOf(big(5000), { setId: id, revision: 1, choices: Object.fromEntries(Array.from({ length: 12 }, (_, i) => [i + 2, { kind: "text" }])) });
    await expect(saveOwnTable(who, second, morning)).rejects.toMatchObject({ code: "INVALID", message: "A set may have 20,000 facts of its own at most." });
  });

  it("cost so much that nobody may ask for too much in a short time, without others being held up", async () => {
    const [who, other] = [await viewer(), await viewer()];
    const { limit } = attemptLimits["own-facts-user"];
    await db().rateLimit.create({ data: { key: `own-facts-user:${who.userId}`, count: limit, expiresAt: new Date(morning.getTime() + 60_000) } });
    await expect(readOwnTable(who, tableOf(rockets), morning)).rejects.toMatchObject({ code: "RATE_LIMITED" });
    await expect(previewOwnTable(who, tableOf(rockets), 0, morning)).rejects.toMatchObject({ code: "RATE_LIMITED" });
    await expect(previewOwnCards(who, { setId: randomUUID(), revision: null, cards: [apogee] }, 0, morning)).rejects.toMatchObject({ code: "RATE_LIMITED" });
    await expect(readOwnTable(other, tableOf(rockets), morning)).resolves.toMatchObject({ facts: 53 });
  });

  test.each<[string, (who: Who, id: string, tableId: string) => Promise<unknown>]>([
    ["findOwnContent", (who, id) => findOwnContent(who, id)],
    ["findOwnCards", (who, id) => findOwnCards(who, id)],
    ["findOwnTable", findOwnTable],
    ["exportOwnTable", exportOwnTable],
    ["readOwnTable", (who, setId, tableId) => readOwnTable(who, { ...tableOf(rockets), setId, tableId, revision: 1 }, morning)],
    ["previewOwnTable", (who, setId, tableId) => previewOwnTable(who, { ...tableOf(rockets), setId, tableId, revision: 1 }, 0, morning)],
    ["saveOwnTable", (who, setId, tableId) => saveOwnTable(who, { ...tableOf(rockets), setId, tableId, revision: 1 }, morning)],
    ["saveOwnTable as a new set", (who, setId, tableId) => saveOwnTable(who, { ...tableOf(rockets), setId, tableId }, morning)],
    ["removeOwnTable", (who, setId, tableId) => removeOwnTable(who, { setId, tableId, revision: 1 }, morning)],
    ["previewOwnCards", (who, setId) => previewOwnCards(who, { setId, revision: 1, cards: [apogee] }, 0, morning)],
    ["saveOwnCards", (who, setId) => saveOwnCards(who, { setId, revision: 1, name: "Mine", cards: [apogee] }, morning)],
    ["saveOwnCards as a new set", (who, setId) => saveOwnCards(who, { setId, revision: null, name: "Mine", cards: [apogee] }, morning)],
  ])("of another user are not found by %s, nor is what is no set, and nothing changes", async (_, call) => {
    const { id, tableId } = await saved(await viewer());
    const before = await stored();
    const stranger = await viewer();
    await expect(call(stranger, id, tableId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await stored()).toEqual(before);
  });
});
