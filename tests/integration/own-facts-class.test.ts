import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { getFactBase } from "@/lib/content/fact-base";
import { answerCard } from "@/lib/data/answers";
import { assignmentChoices } from "@/lib/data/assignment-choices";
import { dueWork } from "@/lib/data/assignment-due";
import { goalFeasibility } from "@/lib/data/assignment-feasibility";
import { classGoals, pupilOutlook } from "@/lib/data/assignment-outlook";
import { itemsOf } from "@/lib/data/assignment-paper";
import type { AssignmentPlan } from "@/lib/data/assignment-plan";
import { publishAssignment } from "@/lib/data/assignment-publish";
import { assignmentQuestions, drawQuestions } from "@/lib/data/assignment-questions";
import { startAssigned } from "@/lib/data/assignment-start";
import { classKnowledge, makeMissedSet } from "@/lib/data/class-knows";
import { gradebookOf } from "@/lib/data/gradebook";
import { itemAnalysis } from "@/lib/data/item-analysis";
import { reportFailures } from "@/lib/data/item-analysis-report";
import { pupilAttempt } from "@/lib/data/pupil-answers";
import { quizResults, type QuizResults } from "@/lib/data/quiz-results";
import { takeLease } from "@/lib/data/quiz-running";
import { saveAnswer } from "@/lib/data/quiz-save";
import { submitQuiz } from "@/lib/data/quiz-submit";
import { addToSet } from "@/lib/data/set-add";
import { publishSet, withdrawSet } from "@/lib/data/set-class";
import { setDetails } from "@/lib/data/set-details";
import { copySharedSet, shareSet } from "@/lib/data/set-share";
import { changeSet, createSet, findSet } from "@/lib/data/sets";
import { openCards } from "@/lib/data/study";
import type { PrismaClient, User } from "@/lib/db/generated/client";
import type { Item } from "@/lib/questions/item";
import { asFactId } from "@/lib/shared/ids";
import { usualSetup } from "@/lib/quiz/quiz-setup";
import { toQuizResponse } from "@/lib/quiz/response";
import { addMember, createAssignment, createClassRoom, quizPlan } from "@/tests/support/classes";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, daysLater, givenAnswer, itemOf, morning, rightResponse, wrongResponse } from "@/tests/support/factories";
import { addMemories } from "@/tests/support/memories";
import { cardFactOf, createOwnSet, editOwn, orbitCards, ownContent } from "@/tests/support/own-facts";
import { clockAt } from "@/tests/support/quizzes";

const of = ({ id }: { id: string }) => ({ userId: id });
const studyPlan = (setId: string, goal = 0.8): AssignmentPlan => ({ kind: "study", scope: { kind: "set", id: setId }, goal }) as AssignmentPlan;
const quizOn = (setId: string, count = 10): AssignmentPlan => ({ ...quizPlan, setup: { ...usualSetup, count, scope: { kind: "set", id: setId } } }) as AssignmentPlan;

describeEachDatabase("a class's work on own cards and tables", (db: () => PrismaClient) => {
  async function given(plan: (setId: string) => AssignmentPlan, content = ownContent(), data = {}) {
    const room = await createClassRoom(db());
    const set = await createOwnSet(db(), room.teacher.id, content);
    const { id } = await createAssignment(db(), room.row.id, { plan: plan(set.id), setId: set.id, isPublished: false, dueAt: daysLater(20), ...data });
    await publishAssignment(of(room.teacher), id, morning);
    return { room, set, id, content };
  }

  async function take(user: User, assignmentId: string, respond: (item: Item) => ReturnType<typeof rightResponse>): Promise<string> {
    const [viewer, leaseId] = [of(user), randomUUID()];
    const { attemptId } = await startAssigned(viewer, assignmentId, { attemptId: randomUUID() }, clockAt(0));
    await takeLease(viewer, attemptId, leaseId, clockAt(0));
    for (const { position, item, optionIds } of await db().quizSlot.findMany({ where: { attemptId } })) {
      const response = toQuizResponse(respond(item as unknown as Item), optionIds);
      await saveAnswer(viewer, attemptId, { leaseId, position, sequence: 1, response, certainty: null, isFlagged: false, isFinal: false, elapsedMs: 3000 }, clockAt(1000));
    }
    await submitQuiz(viewer, attemptId, leaseId, clockAt(60_000));
    return attemptId;
  }

  const cards = () => ({ cards: orbitCards(), tables: [] });

  it("is chosen from the teacher's own sets, with how many facts there are", async () => {
    const { room, set } = await given(studyPlan);
    expect((await assignmentChoices(of(room.teacher), room.row.id)).choices.sets).toEqual([{ id: set.id, name: "Bells and arcs", facts: 28 }]);
    expect((await assignmentChoices(of(room.coTeacher), room.row.id)).choices.sets).toHaveLength(1);
    await expect(assignmentChoices(of(room.pupil), room.row.id)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(assignmentChoices(of(room.stranger), room.row.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("has a goal that counts own facts: begun, recalled, reached, told to the teacher, and how far it is", async () => {
    const { room, set, id, content } = await given((setId) => studyPlan(setId, 0.85), cards());
    const { pupil, teacher } = room;
    const opened = await openCards(of(pupil), { count: 4, holding: [], scope: { kind: "assignment", id }, mode: "mix", now: morning });
    expect(opened.cards.map(({ factId }) => factId)).toEqual(content.cards.map((card) => cardFactOf(set.id, card)));
    const shareNow = async () => (await classGoals(of(teacher), id, morning)).pupils.find(({ userId }) => userId === pupil.id)!;
    expect(await shareNow()).toMatchObject({ share: { begun: 0, facts: 4, now: 0 }, reachedAt: null });
    for (const { presentationId } of opened.cards.slice(0, 3)) await answerCard(of(pupil), givenAnswer(presentationId, rightResponse(await itemOf(db(), presentationId))), morning);
    expect(await shareNow()).toMatchObject({ share: { begun: 3, facts: 4, now: 0.75 } });
    const { due } = await dueWork(of(pupil), morning);
    expect(due).toMatchObject([{ assignmentId: id, about: { kind: "set", name: "Bells and arcs" }, work: { kind: "study", share: { begun: 3, facts: 4 } } }]);
    await addMemories(db(), room.guest.id, content.cards.map((card) => cardFactOf(set.id, card)), { stabilityDays: 900, lastDay: "2026-11-22" });
    const guest = (await classGoals(of(teacher), id, morning)).pupils.find(({ userId }) => userId === room.guest.id)!;
    expect(guest.share.whenDue).toBeGreaterThan(0.9);
    expect((await db().assignedWork.findFirstOrThrow({ where: { userId: room.guest.id } })).reachedAt).toEqual(morning);
    expect(await pupilOutlook(of(pupil), id, pupil.id, morning)).toMatchObject({ outlook: { kind: "reachable" } });
    const input = { title: "Arcs", instructions: "", plan: studyPlan(set.id), opensAt: null, dueAt: daysLater(9), closesAt: null, isForAll: true, chosen: [] };
    expect(await goalFeasibility(of(teacher), room.row.id, input as never, morning)).toMatchObject({ pupils: 2, reachable: 2, facts: 4 });
    for (const who of [room.stranger, room.removed]) await expect(openCards(of(who), { count: 1, holding: [], scope: { kind: "assignment", id }, now: morning })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("has a paper that stays as it was published, however the set changes, and a new draft asks what the set says now", async () => {
    const { room, set, id, content } = await given(quizOn);
    const paperOf = async (assignmentId: string) => itemsOf(await db().assignmentPaper.findFirstOrThrow({ where: { assignmentId }, orderBy: { revision: "desc" } }));
    const before = await paperOf(id);
    expect(before).toHaveLength(10);
    const changed = content.cards.map((card, i) => ({ ...card, definition: `quite another thing, made of ${["tin", "wool", "glass", "straw"][i]}` }));
    await editOwn(db(), set.id, { cards: changed, tables: [] });
    expect(await paperOf(id)).toEqual(before);
    const attemptId = await take(room.pupil, id, rightResponse);
    const slots = await db().quizSlot.findMany({ where: { attemptId }, orderBy: { position: "asc" } });
    expect(slots.map(({ item }) => item)).toEqual(before);
    expect(slots.map(({ score }) => score)).toEqual(Array(10).fill(1));
    const results = (await quizResults(of(room.pupil), attemptId, clockAt(70_000))) as QuizResults;
    expect(results.counts.right).toBe(10);
    const draft = await createAssignment(db(), room.row.id, { plan: quizOn(set.id, 4), setId: set.id, isPublished: false });
    await drawQuestions(of(room.teacher), draft.id, morning);
    expect(JSON.stringify(await paperOf(draft.id))).toContain("quite another thing");
    expect(JSON.stringify(await assignmentQuestions(of(room.teacher), draft.id))).toContain("quite another thing");
    await expect(assignmentQuestions(of(room.pupil), draft.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is graded, analysed and shown to its teachers as work on the content is, and nothing of it is reported to those who look after the content", async () => {
    const { room, id } = await given((setId) => quizOn(setId, 8));
    const third = await createLearner(db());
    await addMember(db(), room.row.id, third.id, "pupil");
    const attemptId = await take(room.pupil, id, wrongResponse);
    await take(room.guest, id, wrongResponse);
    await take(third, id, rightResponse);
    const book = await gradebookOf(of(room.teacher), room.row.id, morning);
    expect(book.gradebook.rows.map(({ cells: [cell] }) => cell?.share)).toEqual(expect.arrayContaining([1]));
    const analysis = await itemAnalysis(of(room.teacher), id, { choice: "first" });
    expect(analysis.questions).toHaveLength(8);
    expect(analysis.questions.every(({ statement }) => statement.length > 0)).toBe(true);
    expect(analysis.templates.every(({ name }) => !name.startsWith("own."))).toBe(true);
    await reportFailures(of(room.teacher), id, 1, morning);
    expect(await db().questionReport.count()).toBe(0);
    const { attempt } = await pupilAttempt(of(room.teacher), room.row.id, room.pupil.id, attemptId);
    expect(attempt.answers).toHaveLength(8);
    const known = await classKnowledge(of(room.teacher), room.row.id, morning);
    const tested = new Set(itemsOf(await db().assignmentPaper.findFirstOrThrow({ where: { assignmentId: id } })).flatMap(({ tests }) => tests)).size;
    expect(known).toMatchObject({ facts: tested, pupils: 3, topics: [{ topic: "own", facts: tested }] });
    expect(known.missed.length).toBeGreaterThan(0);
    expect(known.missed.every(({ factId, asked, wrong, statement }) => factId.startsWith("own.") && asked === 3 && wrong === 2 && statement.length > 0)).toBe(true);
    for (const who of [room.pupil, room.stranger]) await expect(itemAnalysis(of(who), id, { choice: "first" })).rejects.toMatchObject({ code: who === room.pupil ? "FORBIDDEN" : "NOT_FOUND" });
  });

  it("of which much is missed becomes a set that names the same facts, with one memory, for whoever may use them, for as long as they are there", async () => {
    const { room, set, id } = await given((setId) => quizOn(setId, 4), cards());
    for (const who of [room.pupil, room.guest]) await take(who, id, wrongResponse);
    const factIds = (await classKnowledge(of(room.teacher), room.row.id, morning)).missed.map(({ factId }) => asFactId(factId));
    expect(factIds.length).toBeGreaterThan(0);
    const { setId } = await makeMissedSet(of(room.teacher), room.row.id, { name: "Anew", factIds }, morning);
    const picked = async () => (await setDetails(of(room.teacher), setId)).contents.picked.map((fact) => fact.id as string);
    expect((await picked()).sort()).toEqual([...factIds].sort());
    expect(await findSet(of(room.teacher), setId, morning)).toMatchObject({ facts: factIds.length });

    // Another subject beside them, and a change by the form, leave them where they are.
    const engine = getFactBase().content.facts.find(({ ask }) => ask === true)!;
    await addToSet(of(room.teacher), { setId, name: "", entities: [], facts: [engine.id] }, morning);
    await changeSet(of(room.teacher), setId, { name: "Anew", query: { topics: [], entities: [], facts: factIds } }, morning);
    expect((await picked()).sort()).toEqual([...factIds].sort());

    await publishSet(of(room.teacher), room.row.id, setId, morning);
    const { cards: dealt } = await openCards(of(room.pupil), { count: 10, holding: [], scope: { kind: "set", id: setId }, mode: "mix", now: daysLater(1) });
    expect(dealt.length).toBeGreaterThan(0);
    for (const { factId } of dealt) expect(factIds).toContain(factId);

    // A class that was given the set, but not the cards' own, learns on it as well.
    const other = await createClassRoom(db());
    await addMember(db(), other.row.id, room.teacher.id, "teacher");
    await publishSet(of(room.teacher), other.row.id, setId, morning);
    const { cards: lent } = await openCards(of(other.pupil), { count: 10, holding: [], scope: { kind: "set", id: setId }, mode: "mix", now: daysLater(1) });
    expect(lent.length).toBeGreaterThan(1);
    const [last, ...answered] = lent;
    for (const { presentationId } of answered) expect(await answerCard(of(other.pupil), givenAnswer(presentationId, rightResponse(await itemOf(db(), presentationId))), daysLater(1))).toMatchObject({ isRight: true });
    expect(await findSet(of(other.pupil), setId, daysLater(1))).toMatchObject({ facts: factIds.length, begun: answered.length });
    // What is lent is not passed on, and comes back with the set.
    await expect(createSet(of(other.pupil), { name: "Mine", query: { topics: [], entities: [], facts: factIds } }, morning)).rejects.toMatchObject({ code: "INVALID" });
    await withdrawSet(of(room.teacher), other.row.id, setId, morning);
    await expect(answerCard(of(other.pupil), givenAnswer(last!.presentationId, wrongResponse(await itemOf(db(), last!.presentationId))), daysLater(1))).rejects.toMatchObject({ code: "CONFLICT" });

    // Who may not use the cards' set cannot name its facts, nor has them by a copy.
    await expect(createSet(of(room.stranger), { name: "Theirs", query: { topics: [], entities: [], facts: factIds } }, morning)).rejects.toMatchObject({ code: "INVALID" });
    const { shareCode } = await shareSet(of(room.teacher), setId, { isRenewed: false });
    const copy = await copySharedSet(of(room.stranger), { code: shareCode, name: "Theirs" }, "192.0.2.1", morning);
    expect(await findSet(of(room.stranger), copy.id, morning)).toMatchObject({ facts: 0 });

    await editOwn(db(), set.id, { cards: [], tables: [] });
    expect(await findSet(of(room.teacher), setId, morning)).toMatchObject({ facts: 0 });
    expect(await picked()).toEqual([]);
  });

  it("tells whoever has left the class their results without a fact that they may use no longer", async () => {
    const { room, set, id, content } = await given((setId) => quizOn(setId, 3), cards());
    const attemptId = await take(room.pupil, id, rightResponse);
    await editOwn(db(), set.id, { ...content, cards: content.cards.map((card) => ({ ...card, definition: `${card.definition}, as was added since` })) });
    const told = async () => JSON.stringify(await quizResults(of(room.pupil), attemptId, clockAt(70_000)));
    expect(await told()).toContain("as was added since");
    await db().classMember.update({ where: { classId_userId: { classId: room.row.id, userId: room.pupil.id } }, data: { removedAt: morning } });
    expect(await told()).not.toContain("as was added since");
    expect(await told()).toContain(content.cards[0]!.term.slice(0, 4));
  });
});

it("own facts are none of the content's", () => {
  expect(getFactBase().content.facts.some(({ id }) => id.startsWith("own."))).toBe(false);
});
