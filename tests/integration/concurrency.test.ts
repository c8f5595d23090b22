import { expect, it } from "vitest";
import { verifyMemory } from "@/lib/data/memory";
import { ruleOf } from "@/lib/data/learner";
import { evidenceOf } from "@/lib/data/review-log";
import type { PrismaClient } from "@/lib/db/generated/client";
import { foldLog, type LogEvent } from "@/lib/scheduling/learner-memory";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, seeded } from "@/tests/support/factories";
import { copyExchanges, planExchanges, studyInTabs, type Exchange } from "@/tests/support/tabs";

const tabs = 3;

/** Half a minute on an idle machine, more while others use it. */
const patienceMs = 600_000;

const eventIds = (exchanges: readonly Exchange[], kind: "answer" | "undo") =>
  exchanges.flatMap(({ steps }) => steps.filter((step) => step.kind === kind).map(({ eventId }) => eventId)).sort();

describeEachDatabase("three tabs of one learner at once", (db: () => PrismaClient, isLast: boolean) => {
  const answersPerTab = isLast ? 200 : 50;

  /** The log as it stands in the database, read in the plainest way. */
  async function readLog(userId: string): Promise<{ events: LogEvent[]; answers: string[]; undos: string[] }> {
    const [rows, undos] = await Promise.all([db().reviewEvent.findMany({ where: { userId } }), db().undoEvent.findMany({ where: { userId } })]);
    const answers = rows.map((row) => ({ id: row.id, factId: row.factId, atMs: row.answeredAt.getTime(), learnerDay: row.learnerDay, evidence: evidenceOf(row) }));
    const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).sort();
    return { events: [...answers, ...undos.map(({ id, undoes, undoneAt }) => ({ id, undoes, atMs: undoneAt.getTime() }))], answers: ids(rows), undos: ids(undos) };
  }

  async function readMemory(userId: string) {
    const [user, states] = await Promise.all([
      db().user.findUniqueOrThrow({ where: { id: userId }, include: { parameters: true } }),
      db().memoryState.findMany({ where: { userId }, orderBy: { factId: "asc" } }),
    ]);
    const facts = states.map(({ userId: _, factValue: __, ...state }) => state);
    return { user, memory: { calibration: { mu: user.calibrationMu, variance: user.calibrationVariance }, facts } };
  }

  it(`end in one log without loss or repetition, and in the memory that it folds to: ${tabs * answersPerTab} answers, with retries, undos and late arrivals`, async () => {
    const { id: userId } = await createLearner(db());
    const exchanges = await planExchanges(db(), userId, tabs * answersPerTab, seeded("three tabs"));
    await studyInTabs(userId, exchanges, { tabs, arrival: "mostly in order", random: seeded("mostly in order") });
    const log = await readLog(userId);
    expect(log.answers).toEqual(eventIds(exchanges, "answer"));
    expect(log.undos).toEqual(eventIds(exchanges, "undo"));
    expect(log.undos.length).toBeGreaterThan(answersPerTab / 5);
    const { user, memory } = await readMemory(userId);
    const folded = foldLog(log.events, ruleOf(user));
    expect(memory.calibration).toEqual(folded.calibration);
    expect(memory.facts).toEqual([...folded.facts].map(([factId, fact]) => ({ factId, ...fact })).sort((a, b) => (a.factId < b.factId ? -1 : 1)));
    expect(await verifyMemory(userId)).toEqual({ events: log.answers.length, facts: folded.facts.size, differing: [] });
  }, patienceMs);

  it("end in the same memory in whatever order answers, undos and retries arrive", async () => {
    const [one, other] = [(await createLearner(db())).id, (await createLearner(db())).id];
    const exchanges = await planExchanges(db(), one, tabs * 40, seeded("any order"));
    await studyInTabs(one, exchanges, { tabs, arrival: "mostly in order", random: seeded("one order") });
    await studyInTabs(other, await copyExchanges(db(), other, exchanges), { tabs, arrival: "in any order", random: seeded("another order") });
    const { memory } = await readMemory(one);
    expect((await readMemory(other)).memory).toEqual(memory);
    expect(memory.facts.length).toBeGreaterThan(20);
    expect([(await verifyMemory(one)).differing, (await verifyMemory(other)).differing]).toEqual([[], []]);
  }, patienceMs);
});
