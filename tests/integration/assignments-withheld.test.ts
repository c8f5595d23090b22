import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { dueWork } from "@/lib/data/assignment-due";
import { assignmentPage } from "@/lib/data/assignment-page";
import type { AssignmentPlan } from "@/lib/data/assignment-plan";
import { exportLog } from "@/lib/data/export-log";
import { factHistory } from "@/lib/data/fact-history";
import { quizHome } from "@/lib/data/quiz-home";
import { quizResults } from "@/lib/data/quiz-results";
import { runningQuiz } from "@/lib/data/quiz-running";
import { submitQuiz } from "@/lib/data/quiz-submit";
import { saveAnswer } from "@/lib/data/quiz-save";
import { findMistakes } from "@/lib/data/study-scope";
import type { AnswerPolicy } from "@/lib/quiz/assigned-quiz";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { Item } from "@/lib/questions/item";
import { keyTextOf } from "@/lib/questions/present";
import { createAssignment, createClassRoom, quizPlan } from "@/tests/support/classes";
import { describeEachDatabase } from "@/tests/support/database";
import { rightResponse, wrongResponse } from "@/tests/support/factories";
import { clockAt, createAttempt, msAfter, quizItems, saveOf, type Made } from "@/tests/support/quizzes";

const longAgo = new Date("2000-01-01T00:00:00Z");
const far = new Date("2100-01-01T00:00:00Z");
const isTelling = (item: Item) => item.type !== "true-false" && (!Array.isArray(item.key) || item.key.length === 1) && /[a-z]{6}/i.test(keyTextOf(item));

/** Two questions about different facts, with keys that stand nowhere else. */
function items(): [Item, Item] {
  const [first, ...others] = quizItems().filter(isTelling);
  return [first!, others.find((item) => item.tests[0] !== first!.tests[0] && keyTextOf(item) !== keyTextOf(first!))!];
}

describeEachDatabase("the answers of an assigned quiz", (db: () => PrismaClient) => {
  /** A pupil who has handed in one right answer and one wrong one. */
  async function handedIn(shows: AnswerPolicy, closesAt: Date | null = null): Promise<{ viewer: { userId: string }; made: Made; assignmentId: string }> {
    const room = await createClassRoom(db());
    const viewer = { userId: room.pupil.id };
    const plan = { ...quizPlan, shows } as AssignmentPlan;
    const { id: assignmentId } = await createAssignment(db(), room.row.id, { plan, closesAt });
    const made = await createAttempt(db(), viewer.userId, { items: items() });
    await db().quizAttempt.update({ where: { id: made.attemptId }, data: { assignmentId, paperRevision: 1 } });
    const [chosen, typed] = made.items;
    await saveAnswer(viewer, made.attemptId, saveOf(made, 0, wrongResponse(chosen!)), clockAt(1000));
    await saveAnswer(viewer, made.attemptId, saveOf(made, 1, rightResponse(typed!)), clockAt(1000));
    await submitQuiz(viewer, made.attemptId, made.leaseId, clockAt(2000));
    return { viewer, made, assignmentId };
  }

  /** All that the pupil is told after it, but of facts as such, which anybody can look up. */
  async function toldAfter({ viewer, made, assignmentId }: Awaited<ReturnType<typeof handedIn>>): Promise<string> {
    const now = msAfter(3000);
    const histories = await Promise.all(made.items.map(async ({ tests }) => (await factHistory(viewer, tests[0]!, now)).answers));
    let exported = "";
    for await (const part of exportLog(viewer, "jsonl")) exported += part;
    for await (const part of exportLog(viewer, "csv")) exported += part;
    const clock = clockAt(3000);
    return JSON.stringify([
      await quizResults(viewer, made.attemptId, clock), await runningQuiz(viewer, made.attemptId, clock), await quizHome(viewer, clock), await dueWork(viewer, now), await assignmentPage(viewer, assignmentId, now), histories, exported,
    ]);
  }

  const keysOf = ({ items: asked }: Made) => asked.map(keyTextOf);
  const mistakesOf = (userId: string) => findMistakes(db(), { userId, today: "2026-11-23" });

  it.each([["when-closed", far], ["when-closed", null], ["never", null], ["never", longAgo]] as const)("%s (closing %s): are told nowhere, but the points are, and the memory knows of them", async (shows, closesAt) => {
    const done = await handedIn(shows, closesAt);
    const told = await toldAfter(done);
    for (const key of keysOf(done.made)) expect(told).not.toContain(key);
    for (const { stem } of done.made.items) expect(told).not.toContain(stem);
    expect(told).not.toMatch(/"(feedback|key|outcome)":(?!"")/);
    const results = await quizResults(done.viewer, done.made.attemptId, clockAt(3000));
    expect(results).toMatchObject({ points: 1, mostPoints: 2, count: 2, withheld: { until: shows === "when-closed" ? closesAt : null } });
    expect(results).not.toHaveProperty("questions");
    expect(await mistakesOf(done.viewer.userId)).toEqual([]);
    expect(await db().memoryState.count({ where: { userId: done.viewer.userId } })).toBe(2);
  });

  it.each([["at-once", null], ["when-closed", longAgo]] as const)("%s (closing %s): are told as those of any quiz", async (shows, closesAt) => {
    const done = await handedIn(shows, closesAt);
    const told = await toldAfter(done);
    for (const key of keysOf(done.made)) expect(told).toContain(key);
    expect(await mistakesOf(done.viewer.userId)).toEqual([done.made.items[0]!.tests[0]]);
    expect(await quizResults(done.viewer, done.made.attemptId, clockAt(3000))).toMatchObject({ counts: { right: 1, wrong: 1 } });
  });

  it("stay untold as a mistake on later days, until the fact is asked again in studying", async () => {
    const { viewer } = await handedIn("never");
    expect(await findMistakes(db(), { userId: viewer.userId, today: "2026-12-23" })).toEqual([]);
    const own = await createAttempt(db(), viewer.userId, { items: items() });
    await saveAnswer(viewer, own.attemptId, saveOf(own, 0, wrongResponse(own.items[0]!)), clockAt(5000));
    await submitQuiz(viewer, own.attemptId, own.leaseId, clockAt(6000));
    expect(await mistakesOf(viewer.userId)).toEqual([own.items[0]!.tests[0]]);
  });

  it("are told once the assignment is gone, and results are nobody else's", async () => {
    const { viewer, made, assignmentId } = await handedIn("never");
    await expect(quizResults({ userId: randomUUID() }, made.attemptId, clockAt(3000))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await db().assignment.delete({ where: { id: assignmentId } });
    expect(await quizResults(viewer, made.attemptId, clockAt(3000))).toHaveProperty("questions");
  });
});
