import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { getFactBase } from "@/lib/content/fact-base";
import { answerCard } from "@/lib/data/answers";
import { exportLog } from "@/lib/data/export-log";
import { basesOfFacts } from "@/lib/data/fact-bases";
import { listSuspended, setMnemonic, suspendFact } from "@/lib/data/fact-choices";
import { homeSummary } from "@/lib/data/home";
import { verifyMemory } from "@/lib/data/memory";
import { clearQuestion } from "@/lib/data/question-health";
import { reportQuestion } from "@/lib/data/reports";
import { findSet, listSets } from "@/lib/data/sets";
import { openCards } from "@/lib/data/study";
import { studyChoices } from "@/lib/data/study-choices";
import { planStudy } from "@/lib/data/study-plan";
import { resolveScope } from "@/lib/data/study-scope";
import { undoAnswer } from "@/lib/data/undos";
import { markChangedFacts } from "@/lib/data/value-changes";
import type { PrismaClient } from "@/lib/db/generated/client";
import { lintItem } from "@/lib/questions/lint/lint-item";
import { ownFactBase } from "@/lib/own-facts/own-fact-base";
import type { StudyMode, StudyScope } from "@/lib/questions/study-request";
import { createClassRoom } from "@/tests/support/classes";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, daysLater, givenAnswer, itemOf, morning, rightResponse, wrongResponse } from "@/tests/support/factories";
import { addMemories, today } from "@/tests/support/memories";
import { cardFactOf, cardOf, cellFactOf, createOwnSet, editOwn, engineTable, lendSet, orbitCards, ownContent, ownOf, tableFrom } from "@/tests/support/own-facts";

type Viewer = { userId: string };

const base = getFactBase();

describeEachDatabase("studying own cards and tables", (db: () => PrismaClient) => {
  const learner = async (data = {}): Promise<Viewer> => ({ userId: (await createLearner(db(), { contentVersion: base.version, ...data })).id });
  const open = (viewer: Viewer, scope: StudyScope, { count = 5, now = morning, mode = "mix" as StudyMode } = {}) => openCards(viewer, { count, holding: [], scope, mode, now });
  const ofSet = (id: string): StudyScope => ({ kind: "set", id });
  const due: StudyScope = { kind: "due" };

  async function withSet(data = {}) {
    const viewer = await learner(data);
    const set = await createOwnSet(db(), viewer.userId);
    const { cards: [card], tables: [table] } = await ownOf(db(), set.id);
    return { viewer, set, card: card!, table: table! };
  }

  async function answer(viewer: Viewer, presentationId: string, how: typeof rightResponse = rightResponse, now = morning, eventId: string = randomUUID()) {
    return answerCard(viewer, givenAnswer(presentationId, how(await itemOf(db(), presentationId)), { eventId }), now);
  }

  it("deals them as they were written, each item sound, of its own base's version, and never twice the same fact", async () => {
    const { viewer, set, card, table } = await withSet();
    const { cards, remaining } = await open(viewer, ofSet(set.id), { count: 10 });
    expect(remaining).toEqual({ due: 0, new: 28 });
    expect(cards[0]!.factId).toBe(cardFactOf(set.id, card));
    expect(new Set(cards.map(({ factId }) => factId)).size).toBe(10);
    expect(cards.every(({ factId }) => factId.startsWith(`own.${set.id}.`))).toBe(true);
    expect(cards.map(({ factId }) => factId)).toContain(cellFactOf(set.id, table, 0, 0));
    const made = ownFactBase(base, set.id, await ownOf(db(), set.id));
    if (!made.ok) throw new Error("The set is broken");
    for (const { presentationId, form } of cards) {
      const { contentVersion, item } = await db().presentation.findUniqueOrThrow({ where: { id: presentationId } });
      expect(contentVersion).toBe(made.value.version);
      if (form !== "flashcard") expect(lintItem(made.value, item as never)).toEqual([]);
    }
    expect((await open(viewer, ofSet(set.id), { count: 10 })).cards).toEqual(cards);
  });

  it("comes back as the engine plans it, counts everywhere, and the memory is the fold of the log", async () => {
    const { viewer, set } = await withSet();
    const { cards } = await open(viewer, ofSet(set.id), { count: 4 });
    for (const { presentationId } of cards.slice(0, 3)) expect(await answer(viewer, presentationId)).toMatchObject({ isRight: true });
    expect(await answer(viewer, cards[3]!.presentationId, wrongResponse)).toMatchObject({ isRight: false, dueInDays: 0 });
    expect((await open(viewer, due, { count: 20 })).cards.filter(({ factId }) => factId.startsWith("own."))).toMatchObject([{ factId: cards[3]!.factId, reason: { why: "missed" } }]);
    expect(await verifyMemory(viewer.userId)).toEqual({ events: 4, facts: 4, differing: [] });
    const later = daysLater(40);
    expect((await homeSummary(viewer, later)).due).toBe(4);
    expect(await listSets(viewer, later)).toMatchObject([{ facts: 28, begun: 4, due: 4 }]);
    expect((await findSet(viewer, set.id, later)).recalled).toBeGreaterThan(0.5);
    expect((await studyChoices(viewer, later)).sets).toMatchObject([{ facts: 28, begun: 4, due: 4 }]);
    expect((await open(viewer, due, { count: 4, now: later })).cards.map(({ factId }) => factId).sort()).toEqual(cards.map(({ factId }) => factId).sort());
  });

  it("tells the card's own source and what its picture shows, or that it is one of the set's, by its name", async () => {
    const { viewer, set, card, table } = await withSet();
    const feedback = async (factId: string) => {
      const { cards: [shown] } = await open(viewer, { kind: "facts", ids: [factId] }, { count: 1 });
      return (await answer(viewer, shown!.presentationId)).answer;
    };
    expect(await feedback(cardFactOf(set.id, card))).toMatchObject({
      sources: [{ title: "Notes on passes", url: "https://passes.example/notes" }],
      pictures: [{ alternative: "A station above a dish", url: "https://passes.example/dish.png" }],
    });
    const ofTable = await feedback(cellFactOf(set.id, table, 2, 1));
    expect(ofTable.sources).toMatchObject([{ title: "The cards and tables of “Bells and arcs”" }]);
    expect(ofTable).not.toHaveProperty("pictures");
  });

  it.each(["flashcards", "learn"] as const)("has them in the mode %s", async (mode) => {
    const { viewer, set } = await withSet();
    const { cards } = await open(viewer, ofSet(set.id), { count: 8, mode });
    expect(cards).toHaveLength(8);
    expect(cards.every(({ form }) => (form === "flashcard") === (mode === "flashcards"))).toBe(true);
  });

  it("stands beside facts of the content in one set, whose own order is kept, and mixes with them when due", async () => {
    const viewer = await learner();
    const set = await createOwnSet(db(), viewer.userId, ownContent(), { query: { topics: [], entities: [], facts: ["shenzhou-5.launch_date", "cz-2f.first_flight_date"] } });
    expect((await findSet(viewer, set.id, morning)).facts).toBe(30);
    const { cards } = await open(viewer, ofSet(set.id), { count: 30 });
    expect(cards.map(({ factId }) => factId)).toEqual(expect.arrayContaining(["shenzhou-5.launch_date", "cz-2f.first_flight_date"]));
    const own = cards.find(({ factId }) => factId.startsWith("own."))!;
    await addMemories(db(), viewer.userId, ["shenzhou-5.launch_date", own.factId]);
    expect((await open(viewer, due, { count: 2 })).cards.map(({ factId }) => factId).sort()).toEqual([own.factId, "shenzhou-5.launch_date"].sort());
  });

  it("is taken back, noted, put aside and reported like any other question", async () => {
    const { viewer, set } = await withSet();
    const { cards: [first] } = await open(viewer, ofSet(set.id), { count: 1 });
    const eventId = randomUUID();
    await answer(viewer, first!.presentationId, rightResponse, morning, eventId);
    await undoAnswer(viewer, { eventId: randomUUID(), presentationId: first!.presentationId, undoes: eventId }, morning);
    expect(await db().memoryState.count()).toBe(0);
    await answer(viewer, first!.presentationId);
    await setMnemonic(viewer, { factId: first!.factId, text: "Above me" });
    await suspendFact(viewer, first!.factId, morning);
    expect(await listSuspended(viewer)).toMatchObject([{ factId: first!.factId, subject: "zenithal pass", about: "Definition" }]);
    await reportQuestion(viewer, { reportId: randomUUID(), presentationId: first!.presentationId, reason: "wrong", comment: "" } as never, morning);
    expect(await db().questionReport.findFirstOrThrow()).toMatchObject({ factId: first!.factId });
    expect((await open(viewer, ofSet(set.id), { count: 28 })).cards.map(({ factId }) => factId)).not.toContain(first!.factId);
  });

  it("leaves out a question that is under review", async () => {
    const { viewer, set, card } = await withSet();
    const scope: StudyScope = { kind: "facts", ids: [cardFactOf(set.id, card)] };
    const { cards: [first] } = await open(viewer, scope, { count: 1 });
    const { itemId, factId } = await db().presentation.findUniqueOrThrow({ where: { id: first!.presentationId } });
    await db().presentation.deleteMany();
    await db().questionHealth.create({ data: { itemId, factId, answers: 50, surplus: -20, variance: 5, ease: 0, easeVariance: 1, quarantinedAt: morning } });
    const { cards: [other] } = await open(viewer, scope, { count: 1 });
    expect((await itemOf(db(), other!.presentationId)).id).not.toBe(itemId);
    expect(await clearQuestion(itemId, morning)).toBe(true);
  });

  it("is in the export of the log with what it says", async () => {
    const { viewer, set } = await withSet();
    const { cards: [first] } = await open(viewer, ofSet(set.id), { count: 1 });
    await answer(viewer, first!.presentationId);
    let csv = "";
    for await (const part of exportLog(viewer, "csv")) csv += part;
    expect(csv).toContain(first!.factId);
    expect(csv).toContain("straight above its watcher");
    let json = "";
    for await (const part of exportLog(viewer, "json")) json += part;
    expect(JSON.parse(json)).toMatchObject([{ fact: first!.factId, statement: expect.stringContaining("zenithal pass") }]);
  });
});

describeEachDatabase("own facts that change", (db: () => PrismaClient) => {
  const open = (viewer: Viewer, scope: StudyScope = { kind: "due" }, count = 5, now = morning) => openCards(viewer, { count, holding: [], scope, mode: "mix", now });

  async function begun() {
    const viewer = { userId: (await createLearner(db(), { newFactsPerDay: 0, contentVersion: base.version })).id };
    const content = ownContent();
    const set = await createOwnSet(db(), viewer.userId, content);
    const factId = cellFactOf(set.id, content.tables[0]!, 1, 1);
    const made = ownFactBase(base, set.id, content);
    if (!made.ok) throw new Error("The set is broken");
    const factValue = made.value.facts.get(factId as never)!.value;
    await addMemories(db(), viewer.userId, [factId], { dueOn: "2027-06-01", intervalDays: 200, factValue });
    // Met once, so that it is known which sets are to be compared.
    await db().user.update({ where: { id: viewer.userId }, data: { contentVersion: null } });
    await open(viewer);
    return { viewer, set, content, factId };
  }

  it("come first and tell what was learnt, also when only what is due is asked; and once answered they are as planned", async () => {
    const { viewer, set, content, factId } = await begun();
    expect((await open(viewer)).cards).toEqual([]);
    await editOwn(db(), set.id, { ...content, tables: [tableFrom(engineTable.replace("480", "910"), content.tables[0])] });
    const { cards: [card, ...others] } = await open(viewer);
    expect(card).toMatchObject({ factId, reason: { why: "changed" }, changedFrom: "480 kN" });
    expect(others).toEqual([]);
    await answerCard(viewer, givenAnswer(card!.presentationId, rightResponse(await itemOf(db(), card!.presentationId))), morning);
    expect((await open(viewer)).cards).toEqual([]);
  });

  it("mark nothing when the set gets another name, or other facts change, and nothing any more when a change is taken back", async () => {
    const { viewer, set, content } = await begun();
    await db().factSet.update({ where: { id: set.id }, data: { name: "Bells", revision: { increment: 1 } } });
    expect((await open(viewer)).cards).toEqual([]);
    await editOwn(db(), set.id, { ...content, tables: [tableFrom(engineTable.replace("2100", "2200"), content.tables[0])] });
    expect((await open(viewer)).cards).toEqual([]);
    await editOwn(db(), set.id, { ...content, tables: [tableFrom(engineTable.replace("480", "910"), content.tables[0])] });
    expect((await open(viewer)).cards).toHaveLength(1);
    await editOwn(db(), set.id, content);
    expect((await open(viewer)).cards).toEqual([]);
  });

  it("keep their memory when words are mended, and rest when their row is gone", async () => {
    const { viewer, set, content, factId } = await begun();
    const before = await db().memoryState.findMany();
    const later = daysLater(300);
    await editOwn(db(), set.id, { ...content, tables: [tableFrom(engineTable.replace("Copper Bell\t14 June 2013", "Copper Bell\t15 June 2013"), content.tables[0])] });
    expect((await open(viewer, { kind: "due" }, 5, later)).cards).toMatchObject([{ factId, isNew: false, reason: { why: "due" } }]);
    await editOwn(db(), set.id, { ...content, tables: [tableFrom(engineTable.replace(/Copper Bell.*\n/, ""), content.tables[0])] });
    expect((await open(viewer, { kind: "due" }, 5, later)).cards).toEqual([]);
    expect((await homeSummary(viewer, later)).due).toBe(0);
    expect(await db().memoryState.findMany()).toEqual(before);
  });

  it("withdraw an open question that they no longer support, and the learner goes on", async () => {
    const { viewer, set, factId } = await begun();
    const { cards: [card] } = await open(viewer, { kind: "facts", ids: [factId] }, 1);
    const response = rightResponse(await itemOf(db(), card!.presentationId));
    await db().factSet.delete({ where: { id: set.id } });
    await expect(answerCard(viewer, givenAnswer(card!.presentationId, response), morning)).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await open(viewer)).cards).toEqual([]);
  });
});

describeEachDatabase("what own facts cost", (db: () => PrismaClient) => {
  /** Which tables' functions are asked for, raw queries among them. */
  function watched() {
    const asked: string[] = [];
    const tx = new Proxy(db(), { get: (target, name) => (asked.push(String(name)), Reflect.get(target, name) as unknown) });
    return { tx, asked: () => asked.splice(0) };
  }

  it("nothing where none is in sight: no set is looked for, and the content that has been compared is not compared again", async () => {
    const { id: userId } = await createLearner(db(), { contentVersion: base.version });
    await createOwnSet(db(), userId);
    await addMemories(db(), userId, ["shenzhou-5.launch_date", "cz-2f.first_flight_date"]);
    const learner = { ...(await db().user.findUniqueOrThrow({ where: { id: userId } })), parameters: null };
    const { tx, asked } = watched();
    const scope = await resolveScope(tx, learner, today, { kind: "due" });
    expect(await markChangedFacts(tx, learner, [])).toBe(learner);
    expect(asked()).toEqual([]);
    const { entries } = await planStudy(tx, { learner, today, scope, mode: "mix", looked: 40 });
    expect(entries.length).toBeGreaterThan(2);
    expect(asked()).not.toContain("factSet");
    await basesOfFacts(tx, { userId }, entries.map(({ factId }) => factId));
    expect(asked()).toEqual([]);
  });

  it("one query for what is known already, and the same base as long as the set is the same", async () => {
    const { id: userId } = await createLearner(db());
    const set = await createOwnSet(db(), userId);
    const { tx, asked } = watched();
    const bases = await basesOfFacts(tx, { userId }, [`own.${set.id}.a.b`]);
    expect(asked()).toEqual(["factSet", "factSet"]);
    const again = await basesOfFacts(tx, { userId }, [`own.${set.id}.a.b`]);
    expect(asked()).toEqual(["factSet"]);
    expect(again.own.get(set.id)!.base).toBe(bases.own.get(set.id)!.base);
    await editOwn(db(), set.id, { cards: orbitCards(), tables: [] });
    expect((await basesOfFacts(tx, { userId }, [`own.${set.id}.a.b`])).own.get(set.id)!.facts).toHaveLength(4);
  });

  it("no more memory than a bound, whatever is asked for: the set that went unused for longest is made anew", async () => {
    const { id: userId } = await createLearner(db());
    const many = (name: string) => ({ cards: Array.from({ length: 2000 }, (_, i) => cardOf(`${name} ${i}`, `what ${name} ${i} means`)), tables: [] });
    const sets = [];
    for (let i = 0; i < 12; i++) sets.push(await createOwnSet(db(), userId, many(`word ${i}`), { name: `Words ${i}` }));
    const load = async (id: string) => (await basesOfFacts(db(), { userId }, [`own.${id}.a.b`])).own.get(id)!.base;
    const first = await load(sets[0]!.id);
    expect(await load(sets[0]!.id)).toBe(first);
    for (const { id } of sets.slice(1)) await load(id);
    const last = await load(sets.at(-1)!.id);
    expect(await load(sets.at(-1)!.id)).toBe(last);
    expect(await load(sets[0]!.id)).not.toBe(first);
  });
});

describeEachDatabase("own facts of somebody else", (db: () => PrismaClient) => {
  const open = (viewer: Viewer, scope: StudyScope, now = morning) => openCards(viewer, { count: 5, holding: [], scope, mode: "mix", now });

  it("are dealt to nobody who may not use the set, by whatever way they are asked for", async () => {
    const room = await createClassRoom(db());
    const content = { cards: orbitCards(), tables: [] };
    const set = await createOwnSet(db(), room.teacher.id, content);
    const factId = cardFactOf(set.id, content.cards[0]!);
    for (const { id: userId } of [room.pupil, room.stranger]) {
      await expect(open({ userId }, { kind: "set", id: set.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
      expect((await open({ userId }, { kind: "facts", ids: [factId] })).cards).toEqual([]);
      await addMemories(db(), userId, [factId]);
      expect((await open({ userId }, { kind: "due" })).cards.map((card) => card.factId)).not.toContain(factId);
      expect((await homeSummary({ userId }, morning)).due).toBe(0);
    }
  });

  it("do not stand in the way of others, however many of them rest, and are in no count", async () => {
    const { id: userId } = await createLearner(db(), { newFactsPerDay: 0 });
    for (let i = 0; i < 3; i++) {
      const set = await createOwnSet(db(), userId, { cards: orbitCards(), tables: [] });
      await addMemories(db(), userId, Array.from({ length: 150 }, (_, card) => `own.${set.id}.card-${card}.definition`), { dueOn: `2026-09-0${i + 1}` });
      await db().factSet.delete({ where: { id: set.id } });
    }
    await addMemories(db(), userId, ["shenzhou-5.launch_date", "cz-2f.first_flight_date"]);
    expect((await homeSummary({ userId }, morning)).due).toBe(2);
    const { cards, remaining } = await open({ userId }, { kind: "due" });
    expect([cards.map(({ factId }) => factId).sort(), remaining.due]).toEqual([["cz-2f.first_flight_date", "shenzhou-5.launch_date"], 2]);
  });

  it("rest for whoever leaves the class, and go on where they were when it is lent to them again", async () => {
    const room = await createClassRoom(db());
    const viewer = { userId: room.pupil.id };
    const content = { cards: orbitCards(), tables: [] };
    const set = await createOwnSet(db(), room.teacher.id, content);
    await lendSet(db(), room.row.id, set.id);
    const { cards: [first, second] } = await open(viewer, { kind: "set", id: set.id });
    await answerCard(viewer, givenAnswer(first!.presentationId, rightResponse(await itemOf(db(), first!.presentationId))), morning);
    const later = daysLater(60);
    expect((await homeSummary(viewer, later)).due).toBe(1);
    await db().classMember.update({ where: { classId_userId: { classId: room.row.id, userId: viewer.userId } }, data: { removedAt: morning } });
    expect((await homeSummary(viewer, later)).due).toBe(0);
    expect((await open(viewer, { kind: "due" }, later)).cards.filter(({ factId }) => factId.startsWith("own."))).toEqual([]);
    const response = rightResponse(await itemOf(db(), second!.presentationId));
    await expect(answerCard(viewer, givenAnswer(second!.presentationId, response), later)).rejects.toMatchObject({ code: "CONFLICT" });
    let csv = "";
    for await (const part of exportLog(viewer, "csv")) csv += part;
    expect(csv).toContain(first!.factId);
    expect(await verifyMemory(viewer.userId)).toMatchObject({ events: 1, differing: [] });
    await db().classMember.update({ where: { classId_userId: { classId: room.row.id, userId: viewer.userId } }, data: { removedAt: null } });
    expect((await open(viewer, { kind: "due" }, later)).cards.filter(({ factId }) => factId.startsWith("own."))).toMatchObject([{ factId: first!.factId, isNew: false }]);
  });
});
