import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { changeSetRow, keptBytes, revisionsKept } from "@/lib/data/set-change";
import { publishSet } from "@/lib/data/set-class";
import { findRevision, restoreRevision, setHistory } from "@/lib/data/set-history";
import { changeSet, createSet } from "@/lib/data/sets";
import { inTransaction } from "@/lib/data/transaction";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { OwnContent } from "@/lib/own-facts/own-content";
import { memoryModel } from "@/lib/scheduling/learner-memory";
import { createClassRoom } from "@/tests/support/classes";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, daysLater, morning } from "@/tests/support/factories";

const query = { topics: ["engines"], entities: [], facts: [] };
const card = { id: "00000000-0000-4000-8000-00000000000a", term: "Apogee", definition: "The point of an orbit furthest from the Earth", aliases: [] };

describeEachDatabase("a change of a set", (db: () => PrismaClient) => {
  const viewer = async () => ({ userId: (await createLearner(db(), { memoryModel })).id });
  const made = async (who: { userId: string }) => (await createSet(who, { name: "Engines", query }, morning)).id;
  const history = (setId: string) => db().factSetRevision.findMany({ where: { setId }, orderBy: { revision: "asc" } });

  it("keeps what was, and counts", async () => {
    const who = await viewer();
    const id = await made(who);
    expect(await changeSet(who, id, { name: "Motors", query, revision: 1 }, daysLater(1))).toEqual({ id, revision: 2 });
    await inTransaction((tx) => changeSetRow(tx, { id, ownerId: who.userId, revision: 2 }, { ownFacts: { cards: [card], tables: [] } }, daysLater(2)));
    expect(await history(id)).toMatchObject([{ revision: 1, name: "Engines", query, ownFacts: null, replacedAt: daysLater(1) }, { revision: 2, name: "Motors", ownFacts: null, replacedAt: daysLater(2) }]);
    expect(await db().factSet.findUnique({ where: { id } })).toMatchObject({ name: "Motors", revision: 3, query, ownFacts: { cards: [card], tables: [] } });
  });

  it("that changes nothing is none", async () => {
    const who = await viewer();
    const id = await made(who);
    expect(await changeSet(who, id, { name: "Engines", query, revision: 1 }, morning)).toEqual({ id, revision: 1 });
    await inTransaction((tx) => changeSetRow(tx, { id, ownerId: who.userId }, { ownFacts: { cards: [], tables: [] } }, morning));
    expect(await history(id)).toEqual([]);
  });

  it("from what is no longer there is refused, also of two at the same moment", async () => {
    const who = await viewer();
    const id = await made(who);
    const both = await Promise.allSettled(["One", "Two"].map((name) => changeSet(who, id, { name, query, revision: 1 }, morning)));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "CONFLICT" } });
    expect(await history(id)).toHaveLength(1);
  });

  it("without a revision loses nothing either: every one is kept in turn", async () => {
    const who = await viewer();
    const id = await made(who);
    await Promise.all(["One", "Two", "Three"].map((name) => changeSet(who, id, { name, query }, morning)));
    expect(await history(id)).toHaveLength(3);
    expect(await db().factSet.findUnique({ where: { id } })).toMatchObject({ revision: 4 });
  });

  it("keeps as many as there is room for, the latest", async () => {
    const who = await viewer();
    const id = await made(who);
    await db().factSet.update({ where: { id }, data: { revision: 201 } });
    await db().factSetRevision.createMany({ data: Array.from({ length: 60 }, (_, i) => ({ setId: id, revision: 141 + i, name: `${i}`, query, replacedAt: morning })) });
    await changeSet(who, id, { name: "Last", query }, morning);
    const kept = await history(id);
    expect(kept).toHaveLength(revisionsKept);
    expect(kept.at(-1)).toMatchObject({ revision: 201, name: "Engines" });
  });

  it("keeps as many as fit into the room for one set, the latest, and that whatever it takes", async () => {
    const who = await viewer();
    const id = await made(who);
    const long = (millions: number) => ({ cards: Array.from({ length: millions * 10 }, (_, i) => ({ ...card, term: `${i}`, definition: randomBytes(75_000).toString("base64") })), tables: [] });
    const change = (ownFacts: OwnContent) => inTransaction((tx) => changeSetRow(tx, { id, ownerId: who.userId }, { ownFacts }, morning));
    for (let i = 0; i < 3; i++) await change(long(4));
    await change({ cards: [card], tables: [] });
    expect((await history(id)).map(({ revision }) => revision)).toEqual([3, 4]);
    await change(long(keptBytes / 1e6 + 2));
    await change({ cards: [card], tables: [] });
    expect((await history(id)).map(({ revision }) => revision)).toEqual([6]);
  });

  it("takes back its own facts when there are none left", async () => {
    const who = await viewer();
    const id = await made(who);
    const change = (ownFacts: { cards: (typeof card)[]; tables: [] }) => inTransaction((tx) => changeSetRow(tx, { id, ownerId: who.userId }, { ownFacts }, morning));
    await change({ cards: [card], tables: [] });
    await change({ cards: [], tables: [] });
    expect(await db().factSet.findUnique({ where: { id } })).toMatchObject({ ownFacts: null });
  });

  it("is its owner's: of another it is not found", async () => {
    const [owner, stranger] = [await viewer(), await viewer()];
    const id = await made(owner);
    for (const setId of [id, "no id at all"]) {
      await expect(inTransaction((tx) => changeSetRow(tx, { id: setId, ownerId: stranger.userId }, { name: "Mine" }, morning))).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    expect(await history(id)).toEqual([]);
  });
});

describeEachDatabase("the history of a set", (db: () => PrismaClient) => {
  const viewer = async () => ({ userId: (await createLearner(db(), { memoryModel })).id });
  const table = (rows: { id: string; name: string; cells: (string | null)[] }[]) => ({
    id: "t", name: "rocket", columns: [{ id: "c", heading: "height", kind: "quantity" as const, isFunctional: true as const }], rows: rows.map((row) => ({ ...row, aliases: [] })),
  });

  /** Made, renamed with another query, then with cards and a table, then with these changed. */
  async function changed() {
    const who = await viewer();
    const { id } = await createSet(who, { name: "Engines", query }, morning);
    await changeSet(who, id, { name: "Motors", query: { ...query, topics: ["engines", "astronauts"], kinds: ["date"] } }, daysLater(1));
    const change = (ownFacts: OwnContent, day: number) => inTransaction((tx) => changeSetRow(tx, { id, ownerId: who.userId }, { ownFacts }, daysLater(day)));
    await change({ cards: [card], tables: [table([{ id: "r1", name: "CZ-1", cells: ["30"] }, { id: "r2", name: "CZ-2", cells: ["31"] }])] }, 2);
    await change({ cards: [{ ...card, term: "Apoapsis" }], tables: [table([{ id: "r2", name: "CZ-2", cells: ["32"] }, { id: "r3", name: "CZ-3", cells: [null] }])] }, 3);
    return { who, id };
  }

  it("says when each state began and what it changed, the latest first", async () => {
    const { who, id } = await changed();
    const { revisions } = await setHistory(who, id);
    expect(revisions.map(({ revision, name, at, isCurrent }) => ({ revision, name, at, isCurrent }))).toEqual([
      { revision: 4, name: "Motors", at: daysLater(3), isCurrent: true }, { revision: 3, name: "Motors", at: daysLater(2), isCurrent: false },
      { revision: 2, name: "Motors", at: daysLater(1), isCurrent: false }, { revision: 1, name: "Engines", at: morning, isCurrent: false },
    ]);
    expect(revisions.map(({ difference }) => difference)).toEqual([
      { name: null, parts: [{ part: "cards", added: 0, removed: 0, changed: 1 }, { part: "rows", added: 1, removed: 1, changed: 1 }] },
      { name: null, parts: [{ part: "cards", added: 1, removed: 0, changed: 0 }, { part: "tables", added: 1, removed: 0, changed: 0 }, { part: "rows", added: 2, removed: 0, changed: 0 }] },
      { name: { from: "Engines", to: "Motors" }, parts: [{ part: "topics", added: 1, removed: 0, changed: 0 }, { part: "kinds", added: 1, removed: 0, changed: 0 }] },
      null,
    ]);
  });

  it("gives a former state back as a change like any other", async () => {
    const { who, id } = await changed();
    expect(await findRevision(who, id, 1)).toMatchObject({ name: "Engines", current: 4, replacedAt: daysLater(1), contents: { topics: ["engines"], kinds: [], cards: { count: 0 } } });
    expect(await restoreRevision(who, id, { revision: 1, current: 4 }, daysLater(4))).toEqual({ id, revision: 5 });
    expect(await db().factSet.findUnique({ where: { id } })).toMatchObject({ name: "Engines", query, ownFacts: null, revision: 5 });
    expect(await findRevision(who, id, 4)).toMatchObject({ name: "Motors", contents: { cards: { count: 1, first: [{ term: "Apoapsis" }] } } });
    await expect(restoreRevision(who, id, { revision: 4, current: 4 }, daysLater(4))).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(restoreRevision(who, id, { revision: 9, current: 5 }, daysLater(4))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("does not say when the earliest began where those before it are gone", async () => {
    const { who, id } = await changed();
    await db().factSetRevision.deleteMany({ where: { setId: id, revision: { lt: 3 } } });
    expect((await setHistory(who, id)).revisions.at(-1)).toEqual({ revision: 3, name: "Motors", at: null, isCurrent: false, difference: null });
  });

  it("is its owner's: to another, to whom a class lends the set too, it is not there", async () => {
    const room = await createClassRoom(db());
    const [teacher, pupil] = [{ userId: room.teacher.id }, { userId: room.pupil.id }];
    const { id } = await createSet(teacher, { name: "Engines", query }, morning);
    await publishSet(teacher, room.row.id, id, morning);
    await changeSet(teacher, id, { name: "Motors", query }, morning);
    for (const who of [pupil, await viewer()]) {
      await expect(setHistory(who, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(findRevision(who, id, 1)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(restoreRevision(who, id, { revision: 1, current: 2 }, morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(changeSet(who, id, { name: "Mine", query }, morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    expect(await db().factSet.findUnique({ where: { id } })).toMatchObject({ name: "Motors", revision: 2 });
  });
});
