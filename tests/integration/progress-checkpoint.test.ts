import { randomUUID } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import { expect, it } from "vitest";
import { adoptGuest } from "@/lib/data/adopt-guest";
import { answerCard } from "@/lib/data/answers";
import { ruleOf } from "@/lib/data/learner";
import { inLearnerSnapshot } from "@/lib/data/learner-snapshot";
import { chooseParameters } from "@/lib/data/parameters";
import { loadProgressBasis } from "@/lib/data/progress-basis";
import { keepCheckpoint, readCheckpoint } from "@/lib/data/progress-checkpoint";
import { evidenceOf } from "@/lib/data/review-log";
import { changeSettings } from "@/lib/data/settings";
import { undoAnswer } from "@/lib/data/undos";
import type { PrismaClient } from "@/lib/db/generated/client";
import { continueHistory } from "@/lib/progress/record-history";
import type { History } from "@/lib/progress/history";
import { defaultWeights } from "@/lib/scheduling/fsrs";
import { answersInOrder, emptyMemory } from "@/lib/scheduling/learner-memory";
import { pick, randomBelow, type Random } from "@/lib/shared/random";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, daysLater, givenAnswer, morning, seeded, someResponse } from "@/tests/support/factories";
import { itemsByFact, putQuestions } from "@/tests/support/questions";
import { writeStudied } from "@/tests/support/studied-history";

const dayMs = 86_400_000;
const otherWeights = defaultWeights.map((weight, i) => (i < 4 ? weight * 1.3 : weight));

/** What a random learner is to do next. */
type Scene = { db: PrismaClient; userId: string; now: Date; random: Random };

describeEachDatabase("the history of a learner's answers", (db: () => PrismaClient, isLast: boolean) => {
  /** From the plainest reading of the log, all of it. */
  async function replayed(userId: string): Promise<History> {
    const [learner, rows, undos] = await Promise.all([
      db().user.findUniqueOrThrow({ where: { id: userId }, include: { parameters: true } }), db().reviewEvent.findMany({ where: { userId } }), db().undoEvent.findMany({ where: { userId } }),
    ]);
    const answers = rows.map((row) => ({ id: row.id, factId: row.factId, atMs: row.answeredAt.getTime(), learnerDay: row.learnerDay, evidence: evidenceOf(row) }));
    const standing = answersInOrder([...answers, ...undos.map(({ id, undoes, undoneAt }) => ({ id, undoes, atMs: undoneAt.getTime() }))]);
    return continueHistory(null, emptyMemory(ruleOf(learner)), standing, ruleOf(learner)).history;
  }

  const viewed = async (userId: string, now = morning) => (await loadProgressBasis({ userId }, null, now)).history;
  const holding = (userId: string) => inLearnerSnapshot({ userId }, readCheckpoint);

  /** A learner with some hundred answers, and with parameters to choose from. */
  async function studiedLearner(seed: number): Promise<string> {
    const { id: userId } = await createLearner(db());
    await writeStudied(db(), userId, { days: 40, factsPerDay: 4, seed, undone: 0.05 });
    await db().parameterTrial.create({ data: { userId, triedAt: daysLater(-10), itemCount: 1000, lossBefore: 0.5, lossAfter: 0.4, outcome: "accepted", weights: [...otherWeights] } });
    return userId;
  }

  async function answer({ userId, now, random }: Scene, { ageMs = 0, isTwice = false, isUndoneFirst = false } = {}): Promise<void> {
    const [put] = await putQuestions(db(), userId, [pick(random, pick(random, await itemsByFact()))], new Date(now.getTime() - ageMs));
    const given = givenAnswer(put!.presentationId, someResponse(put!.item, random), { ageMs });
    if (isUndoneFirst) await undoAnswer({ userId }, { eventId: randomUUID(), presentationId: put!.presentationId, undoes: given.eventId }, now);
    for (let time = 0; time < (isTwice ? 2 : 1); time++) await answerCard({ userId }, given, now);
  }

  async function takeBack({ userId, now, random }: Scene, answeredAt: { lt: Date } | { gte: Date }): Promise<void> {
    const events = await db().reviewEvent.findMany({ where: { userId, answeredAt }, orderBy: [{ answeredAt: "asc" }, { id: "asc" }], select: { id: true, presentationId: true } });
    if (events.length === 0) return;
    const { id: undoes, presentationId } = pick(random, events);
    await undoAnswer({ userId }, { eventId: randomUUID(), presentationId, undoes }, now);
  }

  /** So many answers in a day that what was kept before is made anew after it. */
  async function studyAllDay({ userId, now, random }: Scene): Promise<void> {
    await writeStudied(db(), userId, { days: 1, until: now, factsPerDay: 220, seed: randomBelow(random, 1000) });
  }

  async function adoptSomebody({ userId, now, random, db }: Scene): Promise<void> {
    const { id: guestId } = await createLearner(db);
    for (const ageMs of [randomBelow(random, 40) * dayMs, 0]) await answer({ db, userId: guestId, now, random }, { ageMs });
    await db.user.update({ where: { id: userId }, data: { userName: userId } });
    await viewed(guestId, now);
    await adoptGuest({ guestId, accountId: userId });
  }

  async function chooseOthers({ userId, random }: Scene): Promise<void> {
    const trial = await db().parameterTrial.findFirst({ where: { userId } });
    await chooseParameters({ userId }, random() < 0.5 ? trial!.id : null);
  }

  const steps: ((scene: Scene) => Promise<void>)[] = [
    (scene) => answer(scene),
    (scene) => answer(scene, { isTwice: true }),
    (scene) => answer(scene, { isUndoneFirst: true }),
    (scene) => answer(scene, { ageMs: (2 + randomBelow(scene.random, 60)) * dayMs }),
    (scene) => answer(scene, { ageMs: (2 + randomBelow(scene.random, 60)) * dayMs, isUndoneFirst: true }),
    (scene) => takeBack(scene, { gte: new Date(scene.now.getTime() - dayMs) }),
    (scene) => takeBack(scene, { lt: new Date(scene.now.getTime() - 3 * dayMs) }),
    studyAllDay,
    adoptSomebody,
    chooseOthers,
    (scene) => changeSettings({ userId: scene.userId }, { desiredRetention: pick(scene.random, [0.85, 0.9]) }),
  ];

  // On one kind of database only: what may happen in between is decided by the app, and that a kept history is written, read and refused by each is told below.
  it.each(isLast ? [1, 2] : [])("is that of a full replay whatever happens in between: late answers, answers taken back, joined logs, other parameters (%i)", async (seed) => {
    const random = seeded(`checkpoint ${seed}`);
    const learners = [await studiedLearner(seed), await studiedLearner(seed + 10)];
    const uses = { held: 0, fell: 0 };
    let now = morning;
    for (let step = 0; step < 45; step++) {
      const userId = pick(random, learners);
      const heldBefore = (await holding(userId)) !== null;
      await pick(random, steps)({ db: db(), userId, now, random });
      const holds = (await holding(userId)) !== null;
      if (heldBefore) uses[holds ? "held" : "fell"]++;
      if (random() < 0.8) expect(await viewed(userId, now)).toEqual(await replayed(userId));
      now = new Date(now.getTime() + Math.floor(random() * 1.5 * dayMs));
    }
    for (const userId of learners) expect(await viewed(userId, now)).toEqual(await replayed(userId));
    // Without these numbers nothing would have been shown.
    expect(Math.min(uses.held, uses.fell)).toBeGreaterThan(5);
  });

  it("is kept once there are some hundred answers, without those of the last day, and of each learner alone", async () => {
    const [one, other] = [await studiedLearner(1), await studiedLearner(2)];
    await viewed(one);
    expect(await holding(other)).toBeNull();
    const kept = (await holding(one))!;
    const last = await db().reviewEvent.findFirstOrThrow({ where: { userId: one }, orderBy: { answeredAt: "desc" } });
    expect(kept.throughMs).toBe(last.answeredAt.getTime() - dayMs);
    expect(kept.answers).toBe(await db().reviewEvent.count({ where: { userId: one, answeredAt: { lt: new Date(kept.throughMs) } } }));
    expect([kept.takenBack > 0, kept.history.length]).toEqual([true, kept.answers - kept.takenBack]);
    expect(await viewed(other)).toEqual(await replayed(other));
  });

  it("is not kept of a beginner", async () => {
    const { id: userId } = await createLearner(db());
    await writeStudied(db(), userId, { days: 5, factsPerDay: 5 });
    expect(await viewed(userId)).toEqual(await replayed(userId));
    expect(await db().progressCheckpoint.count()).toBe(0);
  });

  it("is replayed from the beginning when what is kept is of another memory model, or written in another way", async () => {
    const userId = await studiedLearner(1);
    await viewed(userId);
    const { rule } = await db().progressCheckpoint.findUniqueOrThrow({ where: { userId } });
    const falsify = (columns: object) => db().progressCheckpoint.update({ where: { userId }, data: columns });
    await falsify({ rule: rule.replace(/^\d+/, (model) => String(Number(model) - 1)) });
    expect(await holding(userId)).toBeNull();
    expect(await viewed(userId)).toEqual(await replayed(userId));
    expect(await holding(userId)).not.toBeNull();
    await falsify({ counted: new Uint8Array(deflateRawSync(new Uint8Array(16))) });
    expect(await holding(userId)).toBeNull();
    expect(await viewed(userId)).toEqual(await replayed(userId));
  });

  it("is unpacked once as long as it stays, and again once it was written anew, though it counts as many answers", async () => {
    const userId = await studiedLearner(1);
    await viewed(userId);
    const kept = (await holding(userId))!;
    expect((await holding(userId))!.history).toBe(kept.history);
    const difficulty = kept.history.difficulty.map((value) => value + 1);
    await keepCheckpoint(db(), await db().user.findUniqueOrThrow({ where: { id: userId }, include: { parameters: true } }), { ...kept, history: { ...kept.history, difficulty } });
    expect((await holding(userId))!.history.difficulty).toEqual(difficulty);
  });

  it("is the same in two views at once, and kept once", async () => {
    const userId = await studiedLearner(1);
    const views = await Promise.all([viewed(userId), viewed(userId), viewed(userId)]);
    const expected = await replayed(userId);
    for (const history of views) expect(history).toEqual(expected);
    expect(await db().progressCheckpoint.count()).toBe(1);
  });

  it("goes with the learner, also when it would be kept after that", async () => {
    const userId = await studiedLearner(1);
    await viewed(userId);
    const [learner, kept] = [await db().user.findUniqueOrThrow({ where: { id: userId }, include: { parameters: true } }), (await holding(userId))!];
    await db().user.delete({ where: { id: userId } });
    await keepCheckpoint(db(), learner, kept);
    expect(await db().progressCheckpoint.count()).toBe(0);
    await expect(viewed(userId)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });
});
