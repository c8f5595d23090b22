import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { foreseeRegrade, regrade } from "@/lib/data/assignment-regrade";
import { classKnowledge } from "@/lib/data/class-knows";
import { listChanges } from "@/lib/data/class-log";
import { databaseClock } from "@/lib/data/database-clock";
import { gradebookOf } from "@/lib/data/gradebook";
import { overrideScore } from "@/lib/data/gradebook-cell";
import { itemAnalysis } from "@/lib/data/item-analysis";
import { pupilAttempt } from "@/lib/data/pupil-answers";
import { gradeAttempt } from "@/lib/data/quiz-grade";
import { quizResults, type QuizResults } from "@/lib/data/quiz-results";
import type { PrismaClient, QuizAttempt } from "@/lib/db/generated/client";
import type { Item } from "@/lib/questions/item";
import { seededRandom } from "@/lib/shared/random";
import { addMember, createAccount, createAssignment, createClassRoom } from "@/tests/support/classes";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, daysLater, morning, rightResponse, wrongResponse } from "@/tests/support/factories";
import { itemOfForm } from "@/tests/support/items";
import { createPaper, createTaken, namingItem, type TakenAnswer } from "@/tests/support/taken-quizzes";

const items = [namingItem(40), itemOfForm("true-false"), itemOfForm("short-answer")];
const [choice, judged] = [items[0]!, items[1]!];
const right = (item: Item): TakenAnswer => ({ item, response: rightResponse(item), score: 1 });
const wrong = (item: Item): TakenAnswer => ({ item, response: wrongResponse(item) });
const of = ({ id }: { id: string }) => ({ userId: id });
const now = daysLater(1);

describeEachDatabase("leaving a question out of the marks", (db: () => PrismaClient) => {
  async function begin() {
    const room = await createClassRoom(db());
    const { id: quizId } = await createAssignment(db(), room.row.id, { paperRevision: 1 });
    await createPaper(db(), quizId, items);
    const mine = await createTaken(db(), quizId, room.pupil.id, [wrong(choice), right(judged), right(items[2]!)]);
    const theirs = await createTaken(db(), quizId, room.guest.id, [right(choice), wrong(judged), { item: items[2]! }]);
    const wish = (isLeftOut: boolean, itemId: string = choice.id) => ({ assignmentId: quizId, revision: 1, itemId, isLeftOut });
    return { room, quizId, mine, theirs, wish };
  }
  const marksOf = async ({ id }: QuizAttempt) => {
    const { points, mostPoints } = await db().quizAttempt.findUniqueOrThrow({ where: { id } });
    return [points, mostPoints];
  };
  const submitted = (quizId: string, userId: string, answers: TakenAnswer[]) => createTaken(db(), quizId, userId, answers, { state: "submitted", points: null, mostPoints: null });

  it("is foretold, done for all at once and written down; taken back, all is as it was", async () => {
    const { room, quizId, mine, theirs, wish } = await begin();
    const before = JSON.stringify([await db().quizAttempt.findMany({ orderBy: { id: "asc" } }), await db().quizSlot.findMany({ orderBy: [{ attemptId: "asc" }, { position: "asc" }] })]);
    expect(await foreseeRegrade(of(room.teacher), wish(true))).toEqual({ pupils: 2, up: 33, down: 33 });
    expect(await marksOf(mine)).toEqual([2, 3]);
    expect(await regrade(of(room.coTeacher), wish(true), now)).toEqual({ pupils: 2, up: 33, down: 33 });
    expect([await marksOf(mine), await marksOf(theirs)]).toEqual([[2, 2], [0, 2]]);
    const { gradebook } = await gradebookOf(of(room.teacher), room.row.id, now);
    const cells = new Map(gradebook.rows.map(({ userId, cells: [cell] }) => [userId, cell?.share]));
    expect([cells.get(room.pupil.id), cells.get(room.guest.id)]).toEqual([1, 0]);
    expect(await regrade(of(room.teacher), wish(true), now)).toEqual({ pupils: 0, up: 0, down: 0 });
    expect(await regrade(of(room.teacher), wish(false), daysLater(2))).toEqual({ pupils: 2, up: 33, down: 33 });
    expect(JSON.stringify([await db().quizAttempt.findMany({ orderBy: { id: "asc" } }), await db().quizSlot.findMany({ orderBy: [{ attemptId: "asc" }, { position: "asc" }] })])).toBe(before);
    const { changes } = await listChanges(of(room.teacher), room.row.id, null);
    expect(changes.map(({ kind, about }) => [kind, about])).toEqual([["question-counted-again", `Rockets: ${choice.stem}`], ["question-left-out", `Rockets: ${choice.stem}`]]);
    expect((await db().assignmentPaper.findFirstOrThrow({ where: { assignmentId: quizId } })).leftOut).toEqual([]);
  });

  it("is seen by the pupil in the results, and by teachers on the pupil's page and in the analysis", async () => {
    const { room, quizId, mine, theirs, wish } = await begin();
    await regrade(of(room.teacher), wish(true), now);
    const results = (await quizResults(of(room.pupil), mine.id, databaseClock)) as QuizResults;
    expect(results).toMatchObject({ points: 2, mostPoints: 2, counts: { right: 2, wrong: 0 } });
    expect(results.questions.map(({ isLeftOut, outcome }) => [isLeftOut, outcome])).toEqual([[true, "wrong"], [false, "right"], [false, "right"]]);
    const seen = await pupilAttempt(of(room.teacher), room.row.id, room.guest.id, theirs.id);
    expect(seen.attempt).toMatchObject({ points: 0, mostPoints: 2, share: 0, answers: [{ isLeftOut: true }, { isLeftOut: false }, { isLeftOut: false }] });
    const { test, questions } = await itemAnalysis(of(room.teacher), quizId, { choice: "first" });
    expect(test).toMatchObject({ attempts: 2, items: 2, mean: 1 });
    expect(questions.map(({ isLeftOut, statistics }) => [isLeftOut, statistics.facility, statistics.intendedWeight])).toEqual([[true, 0.5, null], [false, 0.5, 50], [false, 0.5, 50]]);
  });

  it("is no mistake of the class any more", async () => {
    const { room, quizId, wish } = await begin();
    await createTaken(db(), quizId, room.guest.id, [wrong(choice)], { startedAt: daysLater(0.5), closedAt: daysLater(0.6) });
    const missed = async () => (await classKnowledge(of(room.teacher), room.row.id, now)).missed.map(({ asked, wrong: count }) => [asked, count]);
    expect(await missed()).toEqual([[2, 2]]);
    await regrade(of(room.teacher), wish(true), now);
    expect(await missed()).toEqual([]);
  });

  it("leaves what is graded later without it too, and nobody's log and memory changes", async () => {
    const { room, quizId, wish } = await begin();
    await regrade(of(room.teacher), wish(true), now);
    const [before, later] = [await db().reviewEvent.count(), await createAccount(db())];
    await addMember(db(), room.row.id, later.id, "pupil");
    const attempt = await submitted(quizId, later.id, items.map(right));
    expect(await gradeAttempt(of(later), attempt.id, databaseClock)).toBe("graded");
    expect(await marksOf(attempt)).toEqual([2, 2]);
    expect(await db().reviewEvent.count()).toBe(before + 3);
    const known = JSON.stringify([await db().reviewEvent.findMany({ orderBy: { id: "asc" } }), await db().memoryState.findMany({ orderBy: [{ userId: "asc" }, { factId: "asc" }] })]);
    await regrade(of(room.teacher), wish(false), now);
    expect(await marksOf(attempt)).toEqual([3, 3]);
    expect(JSON.stringify([await db().reviewEvent.findMany({ orderBy: { id: "asc" } }), await db().memoryState.findMany({ orderBy: [{ userId: "asc" }, { factId: "asc" }] })])).toBe(known);
  });

  it("does not speak of marks that a teacher gave, and leaves other versions, quizzes and open attempts alone", async () => {
    const { room, quizId, mine, wish } = await begin();
    await overrideScore(of(room.teacher), quizId, room.guest.id, { score: 1, note: "" }, now);
    await createPaper(db(), quizId, items, 2);
    const other = await createAssignment(db(), room.row.id, { paperRevision: 1 });
    await createPaper(db(), other.id, items);
    const apart = [await createTaken(db(), quizId, room.removed.id, items.map(right), { paperRevision: 2 }), await createTaken(db(), other.id, room.pupil.id, items.map(right))];
    const open = await createTaken(db(), quizId, room.stranger.id, [right(choice)], { state: "in_progress", points: null, mostPoints: null });
    expect(await regrade(of(room.teacher), wish(true), now)).toEqual({ pupils: 1, up: 33, down: 0 });
    expect([await marksOf(mine), ...(await Promise.all(apart.map(marksOf))), await marksOf(open)]).toEqual([[2, 2], [3, 3], [3, 3], [null, null]]);
  });

  it("is for those who teach the class while it runs, and for questions of the paper; one must count", async () => {
    const { room, mine, wish } = await begin();
    for (const act of [(who: { id: string }, asked = wish(true)) => regrade(of(who), asked, now), (who: { id: string }, asked = wish(true)) => foreseeRegrade(of(who), asked)]) {
      for (const who of [room.pupil, room.guest]) await expect(act(who)).rejects.toMatchObject({ code: "FORBIDDEN" });
      for (const who of [room.removed, room.stranger]) await expect(act(who)).rejects.toMatchObject({ code: "NOT_FOUND" });
      for (const asked of [{ ...wish(true), itemId: "x" }, { ...wish(true), revision: 2 }, { ...wish(true), assignmentId: randomUUID() }]) await expect(act(room.teacher, asked)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    await regrade(of(room.teacher), wish(true), now);
    await regrade(of(room.teacher), wish(true, judged.id), now);
    await expect(regrade(of(room.teacher), wish(true, items[2]!.id), now)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await marksOf(mine)).toEqual([1, 1]);
    await db().class.update({ where: { id: room.row.id }, data: { archivedAt: morning } });
    await expect(regrade(of(room.teacher), wish(false), now)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("comes to the same whenever attempts are graded while teachers leave out and take back", async () => {
    const random = seededRandom(7);
    for (let round = 0; round < 8; round++) {
      const { room, quizId, wish } = await begin();
      const attempts: QuizAttempt[] = [];
      for (let i = 0; i < 4; i++) {
        const pupil = await createLearner(db());
        await addMember(db(), room.row.id, pupil.id, "pupil");
        attempts.push(await submitted(quizId, pupil.id, items.map((item) => (random() < 0.5 ? right(item) : wrong(item)))));
      }
      const acts = [...attempts.map(({ id, userId }) => () => gradeAttempt({ userId }, id, databaseClock)), ...[true, false, true].map((isLeftOut, i) => () => regrade(of(i % 2 ? room.coTeacher : room.teacher), wish(isLeftOut, items[Math.floor(random() * 2)]!.id), now))];
      await Promise.all(acts.map((act) => ({ act, at: random() })).sort((a, b) => a.at - b.at).map(({ act }) => act()));
      const { leftOut } = await db().assignmentPaper.findFirstOrThrow({ where: { assignmentId: quizId } });
      for (const { points, mostPoints, slots, state } of await db().quizAttempt.findMany({ where: { assignmentId: quizId }, include: { slots: true } })) {
        const counting = slots.filter(({ itemId }) => !leftOut.includes(itemId));
        expect(state).toBe("graded");
        expect(slots.every(({ itemId, isLeftOut }) => isLeftOut === leftOut.includes(itemId))).toBe(true);
        expect([points, mostPoints]).toEqual([counting.reduce((sum, slot) => sum + slot.points!, 0), counting.length]);
      }
    }
  });
});
