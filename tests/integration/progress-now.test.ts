import { expect, it } from "vitest";
import { getFactBase } from "@/lib/content/fact-base";
import { loadProgressBasis } from "@/lib/data/progress-basis";
import { knowledgeNow, type MasteryRow } from "@/lib/data/progress-now";
import { subjectCounts, subjectMastery } from "@/lib/data/subject-mastery";
import { evidenceOf } from "@/lib/data/review-log";
import { createSet } from "@/lib/data/sets";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { Fact } from "@/lib/facts/model";
import { published } from "@/lib/scheduling/constants";
import { createFsrsEngine } from "@/lib/scheduling/fsrs";
import { daysBetween } from "@/lib/scheduling/learner-day";
import { foldLog, type LearnerMemory } from "@/lib/scheduling/learner-memory";
import { seededRandom, shuffled } from "@/lib/shared/random";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, daysLater, morning } from "@/tests/support/factories";
import { writeStudied } from "@/tests/support/studied-history";

const today = "2026-11-23";
const engine = createFsrsEngine();
const base = getFactBase();
const askable = base.content.facts.filter(({ ask, rank }) => ask === true && rank !== "deprecated");
const mixed = shuffled(seededRandom(4), askable).slice(0, 160);
const noQuery = { topics: [], entities: [], facts: [] };

/** The memory that the rows of the log add up to, read and folded without anything that the page reads by. */
async function foldedOf(database: PrismaClient, userId: string): Promise<LearnerMemory> {
  const events = await database.reviewEvent.findMany({ where: { userId } });
  const undos = await database.undoEvent.findMany({ where: { userId } });
  const answers = events.map((event) => ({ id: event.id, factId: event.factId, atMs: event.answeredAt.getTime(), learnerDay: event.learnerDay, evidence: evidenceOf(event) }));
  const taken = undos.map(({ id, undoes, undoneAt }) => ({ id, undoes, atMs: undoneAt.getTime() }));
  return foldLog([...taken, ...answers], { engine, constants: published, desiredRetention: 0.9, isGuarded: true });
}

const recallsOf = ({ calibration, facts: states }: LearnerMemory, facts: readonly Fact[]): number[] =>
  facts.flatMap(({ id }) => {
    const state = states.get(id);
    return state ? engine.retrievability(state, daysBetween(state.lastDay, today) / Math.exp(calibration.mu)) : [];
  });

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const rowOf = (rows: readonly MasteryRow[], id: string) => rows.find((row) => row.id === id);

describeEachDatabase("what is known now", (db) => {
  const studied = async () => {
    const { id } = await createLearner(db());
    await writeStudied(db(), id, { days: 40, factsPerDay: 4, undone: 0.05, facts: mixed });
    return { userId: id };
  };

  it("is what folding the raw log foretells: of all facts, by topic, type and kind, and for each subject of the map", async () => {
    const who = await studied();
    const now = knowledgeNow(await loadProgressBasis(who, null, morning));
    const memory = await foldedOf(db(), who.userId);
    const recalls = recallsOf(memory, askable);
    expect(now).toMatchObject({ facts: askable.length, begun: recalls.length });
    expect(now.begun).toBeGreaterThan(100);
    expect(now.recalled).toBeCloseTo(sum(recalls), 6);
    expect(now.low).toBeLessThan(now.recalled);
    expect(now.high).toBeGreaterThan(now.recalled);

    const groups: [readonly MasteryRow[], string, (fact: Fact) => boolean][] = [
      [now.topics, "engines", ({ subject }) => base.entities.get(subject)!.topic === "engines"],
      [now.types, "launch_vehicle", ({ subject }) => base.entities.get(subject)!.type === "launch_vehicle"],
      [now.kinds, "date", ({ value }) => value.kind === "date"],
    ];
    for (const [rows, id, belongs] of groups) {
      const own = recallsOf(memory, askable.filter(belongs));
      expect(rowOf(rows, id)).toMatchObject({ facts: askable.filter(belongs).length, begun: own.length });
      expect(rowOf(rows, id)!.recalled).toBeCloseTo(sum(own), 6);
    }
    for (const rows of [now.kinds, now.types, now.topics]) {
      expect(sum(rows.map(({ facts }) => facts))).toBe(now.facts);
      expect(sum(rows.map(({ recalled }) => recalled))).toBeCloseTo(now.recalled, 6);
    }
    for (const entity of now.map.islands.flatMap(({ entities }) => entities)) {
      const own = askable.filter(({ subject, value }) => subject === entity.id || (value.kind === "entity" && value.entity === entity.id));
      const known = recallsOf(memory, own);
      expect(entity).toMatchObject({ facts: own.length, begun: known.length });
      expect(entity.recalled).toBeCloseTo(sum(known), 6);
    }
  });

  it("of a set is about its facts alone, on the same map", async () => {
    const who = await studied();
    const { id } = await createSet(who, { name: "Engines", query: { ...noQuery, topics: ["engines"] } }, morning);
    const now = knowledgeNow(await loadProgressBasis(who, { setId: id }, morning));
    const engines = askable.filter(({ subject }) => base.entities.get(subject)!.topic === "engines");
    expect(now.facts).toBe(engines.length);
    expect(now.recalled).toBeCloseTo(sum(recallsOf(await foldedOf(db(), who.userId), engines)), 6);
    expect(now.topics.map((row) => row.id)).toEqual(["engines"]);

    const all = knowledgeNow(await loadProgressBasis(who, null, morning)).map;
    const places = new Map(all.islands.flatMap(({ entities }) => entities).map((entity) => [entity.id, [entity.x, entity.y]]));
    const entities = now.map.islands.flatMap((island) => island.entities);
    expect(entities.length).toBeGreaterThan(10);
    expect(entities.map(({ x, y }) => [x, y])).toEqual(entities.map((entity) => places.get(entity.id)));
    expect(entities.length + now.map.elsewhere.length).toBe(places.size);
    const ends = new Set(entities.map(({ x, y }) => `${x} ${y}`));
    expect(now.map.threads.length).toBeGreaterThan(0);
    expect(now.map.threads.filter(([x1, y1, x2, y2]) => !ends.has(`${x1} ${y1}`) || !ends.has(`${x2} ${y2}`))).toEqual([]);
    expect(now.map.bonds.length).toBeLessThan(all.bonds.length);
  });

  it("of a subject is told fact by fact, the least sure first, with when each is due and what is put aside", async () => {
    const who = await studied();
    const subject = mixed[0]!.subject;
    const own = askable.filter(({ subject: about, value }) => about === subject || (value.kind === "entity" && value.entity === subject));
    await db().factChoice.create({ data: { userId: who.userId, factId: mixed[0]!.id, suspendedAt: morning } });
    const told = await subjectMastery(who, subject, morning);
    const memory = await foldedOf(db(), who.userId);
    const begun = own.filter(({ id }) => memory.facts.has(id));
    expect(told).toMatchObject({ id: subject, facts: own.length, begun: begun.length });
    expect(told.recalled).toBeCloseTo(sum(recallsOf(memory, own)), 6);
    expect(told.due).toBe(begun.filter(({ id }) => id !== mixed[0]!.id && memory.facts.get(id)!.dueOn <= today).length);
    expect(told.known.map(({ id }) => id).sort()).toEqual(own.map(({ id }) => id as string).sort());
    const chances = told.known.map(({ recall }) => recall ?? 2);
    expect(chances).toEqual([...chances].sort((a, b) => a - b));
    for (const { id, recall, dueInDays, isAside } of told.known) {
      const state = memory.facts.get(id);
      expect(isAside).toBe(id === mixed[0]!.id);
      expect(recall === null).toBe(state === undefined);
      if (state && !isAside) expect(dueInDays).toBe(Math.max(0, daysBetween(today, state.dueOn)));
    }
    const { facts, recalled, due } = told;
    expect(await subjectCounts(who, subject, morning)).toMatchObject({ facts, begun: begun.length, recalled, due, begunIds: begun.map(({ id }) => id) });
  });

  it("is nobody else's: another learner has begun nothing, and without a user there is nothing to tell", async () => {
    const who = await studied();
    const { id: setId } = await createSet(who, { name: "Engines", query: { ...noQuery, topics: ["engines"] } }, morning);
    const other = { userId: (await createLearner(db())).id };
    const now = knowledgeNow(await loadProgressBasis(other, null, morning));
    expect(now).toMatchObject({ begun: 0, recalled: 0, low: 0, high: 0, hardest: null, slipping: null });
    expect(now.map.islands.flatMap(({ entities }) => entities).every(({ begun, recalled }) => begun === 0 && recalled === 0)).toBe(true);
    expect(await subjectMastery(other, mixed[0]!.subject, morning)).toMatchObject({ begun: 0, recalled: 0, due: 0 });
    expect(await subjectCounts(other, mixed[0]!.subject, morning)).toMatchObject({ begun: 0, begunIds: [] });
    await expect(loadProgressBasis(other, { setId }, morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const nobody = { userId: "00000000-0000-4000-8000-000000000000" };
    await expect(subjectMastery(nobody, mixed[0]!.subject, morning)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(subjectCounts(nobody, mixed[0]!.subject, morning)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("of what the content does not know is nothing", async () => {
    const who = { userId: (await createLearner(db())).id };
    await expect(subjectMastery(who, "nobody", morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await subjectCounts(who, "nobody", morning)).toBeNull();
  });

  it("falls as days go by without an answer", async () => {
    const who = await studied();
    const [now, later] = await Promise.all([morning, daysLater(60)].map(async (at) => knowledgeNow(await loadProgressBasis(who, null, at))));
    expect(later!.begun).toBe(now!.begun);
    expect(later!.recalled).toBeLessThan(now!.recalled);
  });
});
