import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { getFactBase } from "@/lib/content/fact-base";
import { quizStatus, runningQuiz } from "@/lib/data/quiz-running";
import { saveAnswer } from "@/lib/data/quiz-save";
import { mostUnfinished, startQuiz } from "@/lib/data/quiz-start";
import { submitQuiz } from "@/lib/data/quiz-submit";
import { deleteSet } from "@/lib/data/set-delete";
import { createSet } from "@/lib/data/sets";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { Item } from "@/lib/questions/item";
import { usualSetup, type QuizScope, type QuizSetup } from "@/lib/quiz/quiz-setup";
import { asEntityId } from "@/lib/shared/ids";
import { useChangedContent } from "@/tests/support/content-version";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, morning, rightResponse } from "@/tests/support/factories";
import { itemOfForm } from "@/tests/support/items";
import { clockAt, createAttempt, msAfter, quizItems, quizSnapshot, saveOf } from "@/tests/support/quizzes";

const clock = clockAt(0);
const small: QuizSetup = { ...usualSetup, count: 5, scope: { kind: "topics", topics: ["engines"] }, forms: ["multiple-choice", "short-answer"] };

describeEachDatabase("starting a quiz", (db: () => PrismaClient) => {
  const base = getFactBase();
  const changeContent = useChangedContent();
  const learner = async (data = {}) => ({ userId: (await createLearner(db(), data)).id });
  const start = (viewer: { userId: string }, setup: Partial<QuizSetup> = {}, attemptId = randomUUID()) => startQuiz(viewer, { attemptId, setup: { ...small, ...setup } }, clock);
  const factsOf = async (attemptId: string) => (await db().quizSlot.findMany({ where: { attemptId }, orderBy: { position: "asc" } })).map(({ factId }) => base.facts.get(factId as never)!);

  it("freezes a paper of as many questions, all open at once, and sets its time", async () => {
    const { attemptId, count } = await start(await learner());
    expect(count).toBe(5);
    const { slots, ...row } = await db().quizAttempt.findUniqueOrThrow({ where: { id: attemptId }, include: { slots: true } });
    expect(row).toMatchObject({ state: "in_progress", startedAt: morning, deadlineAt: msAfter(600_000), closesAt: msAfter(630_000), contentVersion: base.version, timeZone: "UTC", scopeName: null });
    expect(slots.map(({ position, openedAt, sequence }) => ({ position, openedAt, sequence }))).toEqual([0, 1, 2, 3, 4].map((position) => ({ position, openedAt: morning, sequence: 0 })));
    for (const { item, optionIds } of slots) expect(new Set(optionIds).size).toBe((item as unknown as Item).options.length);
    expect((await factsOf(attemptId)).every(({ subject }) => base.entities.get(subject)?.topic === "engines")).toBe(true);
  });

  it("is done once however often it is asked for, also at once", async () => {
    const viewer = await learner();
    const attemptId = randomUUID();
    const started = await Promise.all([1, 2, 3].map(() => start(viewer, {}, attemptId)));
    const before = await quizSnapshot(db());
    expect([...started, await start(viewer, { count: 10 }, attemptId)]).toEqual(Array(4).fill({ attemptId, count: 5 }));
    expect(await quizSnapshot(db())).toBe(before);
    await expect(start(await learner(), {}, attemptId)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await quizSnapshot(db())).toBe(before);
  });

  it("has no more than five unfinished at a time; those whose time is up do not count", async () => {
    const viewer = await learner();
    for (let i = 0; i < mostUnfinished - 1; i++) await createAttempt(db(), viewer.userId);
    await createAttempt(db(), viewer.userId, { startedMs: -630_001 });
    const outcomes = await Promise.all([1, 2, 3].map(() => start(viewer).then(() => "started", ({ code, message }: { code: string; message: string }) => `${code} ${message}`)));
    expect(outcomes.sort()).toEqual([...Array<string>(2).fill("RATE_LIMITED You have 5 unfinished quizzes. Please hand one of them in first."), "started"]);
    const [open] = await db().quizAttempt.findMany({ where: { userId: viewer.userId, startedAt: morning } });
    await submitQuiz(viewer, open!.id, open!.leaseId ?? randomUUID(), clock);
    await expect(start(viewer)).resolves.toHaveProperty("count");
    await expect(start(await learner())).resolves.toHaveProperty("count");
  });

  it("may be done sixty times a day", async () => {
    const viewer = await learner();
    await db().rateLimit.create({ data: { key: `quiz-user:${viewer.userId}`, count: 59, expiresAt: msAfter(7_200_001) } });
    await start(viewer);
    await expect(start(viewer)).rejects.toMatchObject({ code: "RATE_LIMITED", message: "Too many attempts. Please try again in 3 hours." });
    await expect(startQuiz(viewer, { attemptId: randomUUID(), setup: small }, clockAt(7_200_001))).resolves.toHaveProperty("count");
  });

  it("asks about what was chosen: an entity, a set of one's own, one's mistakes, all", async () => {
    const viewer = await learner();
    const entity = asEntityId("shenzhou-5");
    const { attemptId } = await start(viewer, { scope: { kind: "entity", id: entity }, forms: null });
    expect((await factsOf(attemptId)).filter(({ subject, value }) => subject !== entity && !(value.kind === "entity" && value.entity === entity))).toEqual([]);
    expect(await db().quizAttempt.findUnique({ where: { id: attemptId } })).toMatchObject({ scopeName: "Shenzhou 5" });
    const { id } = await createSet(viewer, { name: "发动机", query: { topics: ["engines"], entities: [], facts: [] } }, morning);
    const ofSet = await start(viewer, { scope: { kind: "set", id } });
    expect(await db().quizAttempt.findUnique({ where: { id: ofSet.attemptId } })).toMatchObject({ scopeName: "发动机" });
    await expect(start(await learner(), { scope: { kind: "set", id } })).rejects.toMatchObject({ code: "NOT_FOUND", message: "There is no such set." });
    await expect(start(viewer, { scope: { kind: "mistakes" } })).rejects.toMatchObject({ code: "CONFLICT", message: "No question fits this choice." });
    await expect(start(viewer, { scope: { kind: "all" }, forms: null })).resolves.toMatchObject({ count: 5 });
  });

  it.each<QuizScope>([{ kind: "topics", topics: ["engines", "nothing"] }, { kind: "entity", id: "nobody" }, { kind: "set", id: "00000000-0000-4000-8000-000000000000" }])("refuses $kind that is not there", async (scope) => {
    await expect(start(await learner(), { scope })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await db().quizAttempt.count()).toBe(0);
  });

  it("asks for mistakes made lately, as many as there are", async () => {
    const viewer = await learner();
    const missed = base.facts.get(itemOfForm("short-answer").tests[0]!);
    await db().memoryState.create({ data: { userId: viewer.userId, factId: missed!.id, stabilityDays: 1, difficulty: 5, reviewCount: 1, lapseCount: 1, firstDay: "2026-11-20", lastDay: "2026-11-20", dueOn: "2026-11-20" } });
    const { attemptId, count } = await start(viewer, { scope: { kind: "mistakes" }, forms: null });
    expect(count).toBe(1);
    expect(await factsOf(attemptId)).toEqual([missed]);
  });

  it("leaves out facts that the learner put aside and questions under review", async () => {
    const viewer = await learner();
    const scope: QuizScope = { kind: "entity", id: "shenzhou-5" };
    const first = await start(viewer, { scope, forms: ["short-answer", "date", "numeric"], count: 60 });
    const [aside, sick, ...others] = await db().quizSlot.findMany({ where: { attemptId: first.attemptId } });
    expect(others.length).toBeGreaterThan(0);
    await db().factChoice.create({ data: { userId: viewer.userId, factId: aside!.factId, suspendedAt: morning } });
    const record = { answers: 9, surplus: 9, variance: 1, ease: 0, easeVariance: 1 };
    const ofFact = (await db().quizSlot.findMany({ where: { factId: sick!.factId } })).map(({ itemId }) => itemId);
    await db().questionHealth.createMany({ data: [...new Set(ofFact)].map((itemId) => ({ itemId, factId: sick!.factId, ...record, quarantinedAt: morning })) });
    const second = await start(viewer, { scope, forms: ["short-answer", "date", "numeric"], count: 60 });
    const slots = await db().quizSlot.findMany({ where: { attemptId: second.attemptId } });
    expect(slots.map(({ factId }) => factId)).not.toContain(aside!.factId);
    expect(slots.map(({ itemId }) => itemId)).not.toContain(sick!.itemId);
  });

  it("gives more time to those who need it", async () => {
    const slow = await learner({ timeMultiplier: 1.5, extraMinutes: 10 });
    const { attemptId } = await start(slow);
    expect(await quizStatus(slow, attemptId, undefined, clock)).toMatchObject({ clock: { leftMs: 1_500_000, limitMs: 1_500_000 } });
    const unlimited = await learner({ hasNoTimeLimit: true });
    const untimed = await start(unlimited);
    expect(await quizStatus(unlimited, untimed.attemptId, undefined, clockAt(86_400_000))).toMatchObject({ isOpen: true, clock: { leftMs: null } });
  });

  it("counts the day where the learner says to be, and knows no zone that is none", async () => {
    const viewer = await learner({ timeZone: "Europe/Berlin" });
    for (const [timeZone, kept] of [["Asia/Shanghai", "Asia/Shanghai"], ["Mars/Olympus", "Europe/Berlin"]] as const) {
      const attemptId = randomUUID();
      await startQuiz(viewer, { attemptId, setup: small, timeZone }, clock);
      expect(await db().quizAttempt.findUnique({ where: { id: attemptId } })).toMatchObject({ timeZone: kept });
    }
  });

  it("needs a learner", async () => {
    await expect(start({ userId: randomUUID() })).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("asks the same when the set is gone, and takes the same answers", async () => {
    const viewer = await learner();
    const { id } = await createSet(viewer, { name: "Engines", query: { topics: ["engines"], entities: [], facts: [] } }, morning);
    const { attemptId } = await start(viewer, { scope: { kind: "set", id } });
    const before = await runningQuiz(viewer, attemptId, clock);
    await deleteSet(viewer, id, morning);
    expect(await runningQuiz(viewer, attemptId, clock)).toEqual(before);
  });

  it("asks the same when the content has changed under it, and all its facts are gone", async () => {
    const viewer = await learner();
    const made = await createAttempt(db(), viewer.userId, { items: quizItems() });
    const before = await runningQuiz(viewer, made.attemptId, clock);
    const asked = new Set(made.items.flatMap(({ tests }) => tests));
    changeContent((content) => ({ ...content, facts: content.facts.filter(({ id }) => !asked.has(id)) }));
    expect(await runningQuiz(viewer, made.attemptId, clock)).toEqual(before);
    for (const [position, item] of made.items.entries()) await saveAnswer(viewer, made.attemptId, saveOf(made, position, rightResponse(item)), clock);
    expect(await submitQuiz(viewer, made.attemptId, made.leaseId, clockAt(1000))).toEqual({ state: "graded" });
    expect(await db().quizAttempt.findUnique({ where: { id: made.attemptId } })).toMatchObject({ points: made.items.length, mostPoints: made.items.length });
  });
});
