import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { getExport } from "@/app/api/progress/export/handlers";
import type { Edge } from "@/app/api/study/handlers";
import { attemptLimits } from "@/lib/auth/rate-limit";
import { getFactBase } from "@/lib/content/fact-base";
import { exportLog, type ExportFormat } from "@/lib/data/export-log";
import { factHistory } from "@/lib/data/fact-history";
import { loadProgressBasis } from "@/lib/data/progress-basis";
import { weakReport } from "@/lib/data/progress-weak";
import { verifyMemory } from "@/lib/data/memory";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { Response as Given } from "@/lib/grading/grade";
import { mixedUp } from "@/lib/grading/mixed-up";
import type { Item } from "@/lib/questions/item";
import { forms } from "@/lib/questions/forms/registry";
import { generateItemsForFact } from "@/lib/questions/generate";
import { AppError } from "@/lib/shared/app-error";
import { memoryLines } from "@/scripts/memory-lines";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, daysLater, morning, rightResponse, wrongResponse } from "@/tests/support/factories";
import { writeStudied } from "@/tests/support/studied-history";

const everything = null;

describeEachDatabase("what is hard", (db: () => PrismaClient) => {
  const base = getFactBase();
  const viewer = async () => ({ userId: (await createLearner(db())).id });
  const report = async (who: { userId: string }, now = morning) => weakReport(await loadProgressBasis(who, everything, now));

  /** An answer in the log, as if given; folded when it is first used. */
  async function write(userId: string, item: Item, given: Given, { at = morning, isRight = false } = {}) {
    const ids = { id: randomUUID(), presentationId: randomUUID() };
    const factId = item.tests[0]!;
    await db().presentation.create({ data: { id: ids.presentationId, userId, factId, itemId: item.id, item: item as object, contentVersion: base.version, createdAt: at } });
    await db().reviewEvent.create({
      data: {
        id: ids.id, userId, presentationId: ids.presentationId, factId, form: item.type, optionCount: item.options.length || null, response: given as object, verdict: isRight ? "exact" : "wrong",
        score: isRight ? 1 : 0, rating: isRight ? 3 : 1, elapsedMs: 4000, answeredAt: at, timeZone: "UTC", learnerDay: at.toISOString().slice(0, 10),
      },
    });
    await db().user.update({ where: { id: userId }, data: { memoryModel: 0 } });
    return ids;
  }

  const takeBack = (userId: string, { id, presentationId }: { id: string; presentationId: string }) =>
    db().undoEvent.create({ data: { id: randomUUID(), userId, presentationId, undoes: id, undoneAt: morning } });

  const choices = forms.filter(({ name }) => name === "multiple-choice");
  const somebody = base.content.facts.find(({ ask, value }) => ask === true && value.kind === "entity" && base.entities.get(value.entity)?.topic === "launch-sites")!;
  const choice = generateItemsForFact(base, somebody.id, { seed: 1, forms: choices }).items.find(({ options }) => options.every(({ entity }) => entity !== undefined))!;
  const pairOf = (item: Item) => mixedUp(base, item, wrongResponse(item))[0]!;

  it("tells of a pair that was mixed up, without the answers that were taken back, and only to whom it happened", async () => {
    const [who, stranger] = [await viewer(), await viewer()];
    const { right, named } = pairOf(choice);
    for (const days of [-9, -6, -3]) await write(who.userId, choice, wrongResponse(choice), { at: daysLater(days) });
    await takeBack(who.userId, await write(who.userId, choice, wrongResponse(choice), { at: daysLater(-1) }));
    await write(who.userId, choice, rightResponse(choice), { at: daysLater(-2), isRight: true });
    const { pairs, confused } = await report(who);
    expect(confused).toBe(1);
    expect(pairs).toEqual([expect.objectContaining({ one: expect.objectContaining({ id: named }), other: expect.objectContaining({ id: right }), forward: 3, back: 0, daysAgo: 3 })]);
    expect(pairs[0]!.studyIds).toContain(choice.tests[0]);
    expect(await report(stranger)).toMatchObject({ hard: 0, confused: 0, facts: [], pairs: [] });
    await expect(report({ userId: randomUUID() })).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("equals what is counted by hand from a raw log of months with answers taken back", async () => {
    const who = await viewer();
    await writeStudied(db(), who.userId, { days: 40, factsPerDay: 6, undone: 0.1 });
    await writeStudied(db(), (await viewer()).userId, { days: 10, factsPerDay: 6, seed: 2 });
    const { hard, facts, confused, pairs } = await report(who);
    const undone = new Set((await db().undoEvent.findMany({ where: who })).map(({ undoes }) => undoes));
    const events = (await db().reviewEvent.findMany({ where: who, include: { presentation: true }, orderBy: [{ answeredAt: "asc" }, { id: "asc" }] })).filter(({ id }) => !undone.has(id));
    const days = new Map<string, string>();
    const lapses = new Map<string, number>();
    const counts = new Map<string, number>();
    for (const { factId, learnerDay, rating, presentation, response, answeredAt } of events) {
      const before = days.get(factId);
      if (before !== undefined && before < learnerDay && rating === 1) lapses.set(factId, (lapses.get(factId) ?? 0) + 1);
      if (before === undefined || before < learnerDay) days.set(factId, learnerDay);
      if (rating > 1) continue;
      for (const { right, named } of mixedUp(base, presentation.item as unknown as Item, response as Given)) {
        const key = [right, named].sort().join(" + ");
        counts.set(key, (counts.get(key) ?? 0) + (answeredAt.getTime() > daysLater(-14).getTime() ? 1001 : 1));
      }
    }
    const told = [...counts.values()].filter((count) => count > 1);
    expect(told.length).toBeGreaterThan(3);
    expect(confused).toBe(told.length);
    expect(pairs.map(({ one, other, forward, back }) => [[one.id, other.id].sort().join(" + "), forward + back])).toEqual(pairs.map(({ one, other }) => {
      const key = [one.id, other.id].sort().join(" + ");
      return [key, counts.get(key)! % 1000];
    }));
    expect(Math.max(...[...counts.values()].map((count) => count % 1000))).toBe(pairs[0]!.forward + pairs[0]!.back);
    expect(hard).toBeGreaterThan(0);
    expect(facts.map(({ id, lapses: count }) => [id, count])).toEqual(facts.map(({ id }) => [id, lapses.get(id) ?? 0]));
  });

  it("shows every answer to a fact with the question as it was, marks those taken back, and nothing of another learner's", async () => {
    const [who, other] = [await viewer(), await viewer()];
    const factId = choice.tests[0]!;
    await write(who.userId, choice, wrongResponse(choice), { at: daysLater(-5) });
    const undone = await write(who.userId, choice, wrongResponse(choice), { at: daysLater(-2) });
    await takeBack(who.userId, undone);
    await write(who.userId, choice, rightResponse(choice), { at: daysLater(-1), isRight: true });
    await write(other.userId, choice, rightResponse(choice), { at: daysLater(-4), isRight: true });
    const history = await factHistory(who, factId, morning);
    expect(history.count).toBe(3);
    expect(history.answers.map(({ outcome, isTakenBack, kind }) => ({ outcome, isTakenBack, kind }))).toEqual([
      { outcome: "right", isTakenBack: false, kind: "review" },
      { outcome: "wrong", isTakenBack: true, kind: null },
      { outcome: "wrong", isTakenBack: false, kind: "new" },
    ]);
    expect(history.answers[0]).toMatchObject({ question: choice.stem, form: choice.type, given: history.answers[0]!.key });
    expect(history.curve.answers).toHaveLength(2);
    expect(history.standing).toMatchObject({ reviews: 2, lapses: 0, lastDay: "2026-11-22" });
    expect((await factHistory(other, factId, morning)).answers).toHaveLength(1);
  });

  it("keeps the history of a fact that has left the content, and tells what was never asked from what there never was", async () => {
    const who = await viewer();
    await write(who.userId, { ...choice, tests: ["gone" as never] }, wrongResponse(choice), { at: daysLater(-1) });
    expect(await factHistory(who, "gone", morning)).toMatchObject({ statement: null, subject: null, standing: null, mayBeAsked: false, count: 1, curve: { answers: [{ isRight: false }] } });
    expect(await factHistory(who, choice.tests[0]!, morning)).toMatchObject({ count: 0, standing: null, curve: { answers: [] } });
    for (const id of ["nothing", "no id", "\u0000", "x".repeat(300)]) await expect(factHistory(who, id, morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(factHistory({ userId: randomUUID() }, choice.tests[0]!, morning)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(factHistory(await viewer(), "gone", morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  async function read(who: { userId: string }, format: ExportFormat): Promise<string> {
    let text = "";
    for await (const part of exportLog(who, format)) text += part;
    return text;
  }

  it("gives out the whole log, in parts, once each, with what was taken back, and nothing of another learner's", async () => {
    const [who, other] = [await viewer(), await viewer()];
    await writeStudied(db(), who.userId, { days: 40, factsPerDay: 12, undone: 0.05 });
    await writeStudied(db(), other.userId, { days: 3, factsPerDay: 3, seed: 4 });
    const events = await db().reviewEvent.findMany({ where: who, orderBy: [{ answeredAt: "asc" }, { id: "asc" }] });
    const undos = await db().undoEvent.count({ where: who });
    expect(events.length).toBeGreaterThan(1000);
    const lines = (await read(who, "jsonl")).trim().split("\n").map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.filter((line) => !("undoes" in line)).map(({ id }) => id)).toEqual(events.map(({ id }) => id));
    expect(lines.filter((line) => "undoes" in line)).toHaveLength(undos);
    expect(JSON.parse(await read(who, "json"))).toEqual(lines);
    const csv = await read(who, "csv");
    expect(csv.startsWith("\uFEFFday,")).toBe(true);
    expect(csv.match(/,yes,[0-9a-f-]{36}\r\n/g)).toHaveLength(undos);
    expect(csv.match(/,(yes|no),[0-9a-f-]{36}\r\n/g)).toHaveLength(events.length);
    expect(JSON.parse(await read(await viewer(), "json"))).toEqual([]);
  });

  it("gives out lines from which the memory command comes to the same memory", async () => {
    const who = await viewer();
    await writeStudied(db(), who.userId, { days: 12, factsPerDay: 4, undone: 0.1 });
    await loadProgressBasis(who, everything, morning);
    expect((await verifyMemory(who.userId)).differing).toEqual([]);
    const states = await db().memoryState.findMany({ where: who });
    const last = new Map<string, number | null>();
    for await (const line of memoryLines({ desiredRetention: 0.9, dayStartHour: 4, isPlain: false }, Readable.from([Buffer.from(await read(who, "jsonl"))]))) {
      if ("error" in line) throw new Error(line.error);
      if (line.fact !== null) last.set(line.fact, line.stabilityDays);
    }
    expect(last.size).toBe(states.length);
    for (const { factId, stabilityDays } of states) expect(last.get(factId)! / stabilityDays).toBeCloseTo(1, 1);
  });

  it("is a file that no cache keeps, for who is signed in, in a form that there is, and not too often", async () => {
    const who = await viewer();
    const edge = (requireUser: Edge["requireUser"]): Edge => ({ clock: () => morning, requireUser });
    const own = edge(() => Promise.resolve(who));
    const ask = (query: string, by = own, headers = {}) => getExport(new Request(`http://localhost/api/progress/export${query}`, { headers }), by);
    const answer = await ask("?format=csv");
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({ "cache-control": "private, no-store", "content-disposition": 'attachment; filename="hangtian-answers-2026-11-23.csv"', "content-type": "text/csv; charset=utf-8" });
    expect((await answer.text()).split("\r\n")).toHaveLength(2);
    expect((await ask("?format=xls")).status).toBe(400);
    expect((await ask("")).status).toBe(400);
    expect((await ask("?format=csv", edge(() => Promise.reject(new AppError("UNAUTHENTICATED"))))).status).toBe(401);
    expect((await ask("?format=csv", own, { "sec-fetch-site": "cross-site" })).status).toBe(403);
    for (let i = 1; i < attemptLimits["export-user"].limit; i++) expect((await ask("?format=json")).status).toBe(200);
    expect((await ask("?format=json")).status).toBe(429);
  });
});
