import { expect, it } from "vitest";
import { itemAnalysis } from "@/lib/data/item-analysis";
import { reportFailures } from "@/lib/data/item-analysis-report";
import { listOpenReports } from "@/lib/data/reports";
import type { PrismaClient, User } from "@/lib/db/generated/client";
import type { Item } from "@/lib/questions/item";
import { shuffledItem } from "@/lib/quiz/shuffle-paper";
import { seededRandom } from "@/lib/shared/random";
import { addMember, createAccount, createAssignment, createClassRoom, quizPlan, type ClassRoom } from "@/tests/support/classes";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, daysLater, morning, rightResponse, wrongResponse } from "@/tests/support/factories";
import { itemOfForm } from "@/tests/support/items";
import { createPaper, createTaken, namingItem, type TakenAnswer } from "@/tests/support/taken-quizzes";

const [choice, judged, typed] = [namingItem(), itemOfForm("true-false"), itemOfForm("short-answer")];
const right = (item: Item): TakenAnswer => ({ item, response: rightResponse(item), score: 1 });
const wrong = (item: Item): TakenAnswer => ({ item, response: wrongResponse(item) });
const of = ({ id }: { id: string }) => ({ userId: id });

describeEachDatabase("item analysis", (db: () => PrismaClient) => {
  async function pupilsIn(classId: string, count: number): Promise<User[]> {
    const pupils: User[] = [];
    for (let i = 0; i < count; i++) {
      const pupil = await createLearner(db());
      await addMember(db(), classId, pupil.id, "pupil");
      pupils.push(pupil);
    }
    return pupils;
  }

  /** Four pupils with 3, 2, 1 and 0 points, one of them by now gone from the class; one has the options in another order. */
  async function taken(): Promise<{ room: ClassRoom; quizId: string; pupils: User[] }> {
    const room = await createClassRoom(db());
    const { id: quizId } = await createAssignment(db(), room.row.id, { paperRevision: 1 });
    await createPaper(db(), quizId, [choice, judged, typed]);
    const pupils = [...(await pupilsIn(room.row.id, 3)), room.removed];
    const moved = [1, 2, 3, 4].map((seed) => shuffledItem(seededRandom(seed), choice)).find(({ options }) => options[0]!.text !== choice.options[0]!.text)!;
    await createTaken(db(), quizId, pupils[0]!.id, [right(choice), right(judged), right(typed)]);
    await createTaken(db(), quizId, pupils[1]!.id, [right(judged), wrong(typed), right(moved)]);
    await createTaken(db(), quizId, pupils[2]!.id, [right(choice), wrong(judged), wrong(typed)]);
    await createTaken(db(), quizId, pupils[3]!.id, [wrong(choice), wrong(judged), { item: typed }]);
    return { room, quizId, pupils };
  }

  it("comes to the figures that are worked out by hand", async () => {
    const { room, quizId } = await taken();
    const { test, questions, papers, revision } = await itemAnalysis(of(room.teacher), quizId, { choice: "first" });
    expect([papers, revision]).toEqual([[{ revision: 1, attempts: 4 }], 1]);
    // Totals 3, 2, 1, 0: variance 5/3. Variances of the items 1/4, 1/3 and 1/4, so α = 3/2 · (1 − (5/6)/(5/3)).
    expect(test).toMatchObject({ attempts: 4, items: 3, mean: 1.5, median: 1.5 });
    expect(test.standardDeviation).toBeCloseTo(Math.sqrt(5 / 3), 10);
    expect(test.alpha).toBeCloseTo(75, 10);
    const [first, second, third] = questions;
    expect(questions.map(({ number, statistics }) => [number, statistics.facility])).toEqual([[1, 0.75], [2, 0.5], [3, 0.25]]);
    // x = 1, 1, 1, 0 and R = 2, 1, 0, 0: cov 1/4, var x 1/4, var R 11/12.
    expect(first!.statistics.discriminationIndex).toBeCloseTo((100 * 0.25) / Math.sqrt(0.25 * (11 / 12)), 10);
    expect(first!.verdicts).toEqual([{ code: "too-few-answers", options: [] }]);
    expect(second!.face.stem).toBe(judged.stem);
    expect(third!.statistics).toMatchObject({ reached: 4, blank: 1, unreached: 0, options: [] });
  });

  it("counts an option by what it is, wherever an attempt had it", async () => {
    const { room, quizId } = await taken();
    const [first] = (await itemAnalysis(of(room.teacher), quizId, { choice: "first" })).questions;
    const chosen = first!.statistics.options.map(({ isRight, chosen: { count }, meanTotal }) => ({ isRight, count, meanTotal }));
    expect(first!.face.options).toEqual(choice.options.map(({ text }) => text));
    const wrongPlace = (wrongResponse(choice) as { option: number }).option;
    expect(chosen.map(({ count }) => count)).toEqual(choice.options.map((_, i) => ((choice.key as number[]).includes(i) ? 3 : i === wrongPlace ? 1 : 0)));
    expect(chosen.find(({ isRight }) => isRight)!.meanTotal).toBe(2);
  });

  it("tells what was typed and how often, the same whatever its capitals", async () => {
    const { room, quizId, pupils } = await taken();
    await createTaken(db(), quizId, (await pupilsIn(room.row.id, 1))[0]!.id, [wrong(choice), wrong(judged), { item: typed, response: { kind: "typed", text: " ZZZZ" } }]);
    const [, , third] = (await itemAnalysis(of(room.coTeacher), quizId, { choice: "first" })).questions;
    expect(third!.typed[0]).toMatchObject({ count: 3, isRight: false });
    expect(third!.typed[1]).toMatchObject({ count: 1, isRight: true });
    expect(JSON.stringify(third)).not.toContain(pupils[0]!.id);
  });

  it("takes the first, the last, the best or all of a person's attempts", async () => {
    const { room, quizId, pupils } = await taken();
    await createTaken(db(), quizId, pupils[3]!.id, [right(choice), right(judged), right(typed)], { startedAt: daysLater(1) });
    await createTaken(db(), quizId, pupils[3]!.id, [right(choice), wrong(judged), wrong(typed)], { startedAt: daysLater(2) });
    await createTaken(db(), quizId, pupils[2]!.id, [right(choice)], { startedAt: daysLater(2), state: "in_progress" });
    const meanOf = async (choiceOf: "first" | "last" | "best" | "all") => (await itemAnalysis(of(room.teacher), quizId, { choice: choiceOf })).test;
    expect(await meanOf("first")).toMatchObject({ attempts: 4, mean: 1.5 });
    expect(await meanOf("last")).toMatchObject({ attempts: 4, mean: 7 / 4 });
    expect(await meanOf("best")).toMatchObject({ attempts: 4, mean: 9 / 4 });
    expect(await meanOf("all")).toMatchObject({ attempts: 6, mean: 10 / 6 });
  });

  it("leaves out of a question who ran out of time before it", async () => {
    const { room, quizId } = await taken();
    const [late] = await pupilsIn(room.row.id, 1);
    await createTaken(db(), quizId, late!.id, [right(choice), right(judged), { item: typed }], { deadlineAt: morning });
    const [, , third] = (await itemAnalysis(of(room.teacher), quizId, { choice: "first" })).questions;
    expect(third!.statistics).toMatchObject({ reached: 4, unreached: 1, facility: 0.25 });
  });

  it("does not hold it against a question how sure somebody was", async () => {
    const { room, quizId, pupils } = await taken();
    await db().quizAttempt.updateMany({ where: { userId: pupils[0]!.id }, data: { setup: { marking: "certainty" } } });
    await db().quizSlot.updateMany({ where: { attempt: { userId: pupils[0]!.id } }, data: { points: 1, mostPoints: 3 } });
    const [first] = (await itemAnalysis(of(room.teacher), quizId, { choice: "first" })).questions;
    expect(first!.statistics).toMatchObject({ facility: 0.75, right: { count: 3 } });
  });

  it("analyses each paper apart, the newest that was taken unless told otherwise", async () => {
    const { room, quizId, pupils } = await taken();
    await createPaper(db(), quizId, [judged], 2);
    await createPaper(db(), quizId, [typed], 3);
    await createTaken(db(), quizId, pupils[0]!.id, [right(judged)], { paperRevision: 2 });
    const newest = await itemAnalysis(of(room.teacher), quizId, { choice: "first", revision: 9 });
    expect(newest).toMatchObject({ revision: 2, papers: [{ revision: 2, attempts: 1 }, { revision: 1, attempts: 4 }], test: { attempts: 1, items: 1 } });
    expect((await itemAnalysis(of(room.teacher), quizId, { choice: "first", revision: 1 })).test.attempts).toBe(4);
  });

  it("has nothing to say of a quiz that nobody has taken", async () => {
    const room = await createClassRoom(db());
    const { id } = await createAssignment(db(), room.row.id);
    expect(await itemAnalysis(of(room.teacher), id, { choice: "first" })).toMatchObject({ revision: null, papers: [], questions: [], test: { attempts: 0, mean: null } });
  });

  it("is for those who teach the class, and of quizzes only", async () => {
    const { room, quizId } = await taken();
    const other = await createClassRoom(db());
    const study = await createAssignment(db(), room.row.id, { plan: { kind: "study", scope: { kind: "all" }, goal: 0.9 } });
    for (const ask of [(who: User) => itemAnalysis(of(who), quizId, { choice: "first" }), (who: User) => reportFailures(of(who), quizId, 1, morning)]) {
      for (const who of [room.stranger, room.removed, other.teacher, await createAccount(db())]) await expect(ask(who)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(ask(room.pupil)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(itemAnalysis(of(room.teacher), study.id, { choice: "first" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(itemAnalysis(of(room.teacher), "no-id", { choice: "first" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("puts what fails on the list of questions to be looked at, once for each paper, without anybody's name", async () => {
    const room = await createClassRoom(db());
    const { id } = await createAssignment(db(), room.row.id, { plan: quizPlan });
    await createPaper(db(), id, [choice, judged]);
    const before = (await listOpenReports({ limit: 1000 })).length;
    // Those who know the true-false item choose the wrong option, the others the key; the other options nobody.
    for (const [i, pupil] of (await pupilsIn(room.row.id, 24)).entries()) await createTaken(db(), id, pupil.id, i % 2 === 0 ? [wrong(choice), right(judged)] : [right(choice), wrong(judged)]);
    await reportFailures(of(room.teacher), id, 1, morning);
    await reportFailures(of(room.coTeacher), id, 1, daysLater(1));
    const reports = (await listOpenReports({ limit: 1000 })).slice(0, -before || undefined);
    const ofChoice = reports.find(({ item }) => item.id === choice.id)!;
    expect(reports.filter(({ item }) => item.id === choice.id)).toHaveLength(1);
    expect(ofChoice).toMatchObject({ reason: "statistics", contentVersion: "test", createdAt: morning });
    expect(ofChoice.comment).toMatch(/^check-the-key \(.+\), distractor-unused \(.+\): 24 answers, right 50 %, discrimination -100$/);
    expect(await db().questionReport.findUniqueOrThrow({ where: { id: ofChoice.id } })).toMatchObject({ userId: null, response: null });
  });
});
