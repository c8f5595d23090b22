import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { getFactBase } from "@/lib/content/fact-base";
import { answerCard } from "@/lib/data/answers";
import { classWork } from "@/lib/data/assignment-class";
import { dueWork } from "@/lib/data/assignment-due";
import { factsOfAssignment, goalSharesOf, sharesOf } from "@/lib/data/assignment-goal";
import { classGoals, pupilOutlook } from "@/lib/data/assignment-outlook";
import { assignmentPage } from "@/lib/data/assignment-page";
import { publishAssignment } from "@/lib/data/assignment-publish";
import type { AssignmentPlan } from "@/lib/data/assignment-plan";
import { startAssigned } from "@/lib/data/assignment-start";
import { calibrationOf, ruleOf, toFactState } from "@/lib/data/learner";
import { createSet, findSet } from "@/lib/data/sets";
import { gradebookOf } from "@/lib/data/gradebook";
import { resolveScope } from "@/lib/data/study-scope";
import { submitQuiz } from "@/lib/data/quiz-submit";
import type { PrismaClient } from "@/lib/db/generated/client";
import { defaultWeights } from "@/lib/scheduling/fsrs";
import { recallOn } from "@/lib/scheduling/fact-state";
import { usualSetup } from "@/lib/quiz/quiz-setup";
import { seededRandom } from "@/lib/shared/random";
import { addMember, createAccount, createAssignment, createClassRoom, quizPlan } from "@/tests/support/classes";
import { describeEachDatabase } from "@/tests/support/database";
import { daysLater, givenAnswer, morning, rightResponse } from "@/tests/support/factories";
import { itemOfForm, presentItem } from "@/tests/support/items";
import { addMemories, today } from "@/tests/support/memories";
import { clockAt, msAfter } from "@/tests/support/quizzes";

const engines: AssignmentPlan = { kind: "study", scope: { kind: "topics", topics: ["engines"] }, goal: 0.8 };
const quiz: AssignmentPlan = { ...quizPlan, kind: "quiz", setup: { ...usualSetup, count: 5, scope: { kind: "topics", topics: ["engines"] } } } as AssignmentPlan;

describeEachDatabase("goals of studying", (db: () => PrismaClient) => {
  const base = getFactBase();
  const viewerOf = ({ id }: { id: string }) => ({ userId: id });
  const factIds = async (plan: AssignmentPlan = engines) => (await factsOfAssignment(db(), { plan })).map(({ id }) => id as string);

  it("are reckoned by one query as by the pure functions: each pupil's own memory, calibration, parameters and day", async () => {
    const room = await createClassRoom(db());
    const weights = defaultWeights.map((weight, i) => (i === 20 ? 0.4 : weight));
    const ids = await factIds();
    const random = seededRandom(5);
    const pupils = [];
    for (let i = 0; i < 6; i++) {
      const account = await createAccount(db(), { calibrationMu: i * 0.3 - 0.6, timeZone: i % 2 ? "Asia/Shanghai" : "America/New_York", dayStartHour: i });
      if (i > 3) await db().user.update({ where: { id: account.id }, data: { parameters: { create: { userId: account.id, triedAt: morning, itemCount: 1000, lossBefore: 1, lossAfter: 0.9, outcome: "accepted", weights } } } });
      for (const factId of ids.filter(() => random() < 0.4)) await addMemories(db(), account.id, [factId], { stabilityDays: 0.2 + random() * 60, lastDay: `2026-11-${10 + Math.floor(random() * 14)}` });
      pupils.push(account.id);
    }
    const assignment = await createAssignment(db(), room.row.id, { plan: engines, dueAt: daysLater(9) });
    const shares = await goalSharesOf(db(), assignment, pupils, morning);
    const days = ["2026-11-23", "2026-12-02"] as const;
    for (const id of pupils) {
      const learner = await db().user.findUniqueOrThrow({ where: { id }, include: { parameters: true } });
      const states = (await db().memoryState.findMany({ where: { userId: id, factId: { in: ids } } })).map(toFactState);
      const sum = (day: string) => states.reduce((total, state) => total + recallOn(state, day, calibrationOf(learner), ruleOf(learner).engine), 0) / ids.length;
      const [now, whenDue] = days;
      expect(shares.get(id)).toMatchObject({ begun: states.length, facts: ids.length });
      expect(shares.get(id)!.now).toBeCloseTo(sum(now), 6);
      expect(shares.get(id)!.whenDue).toBeCloseTo(sum(whenDue), 6);
      expect(shares.get(id)!.whenDue).toBeLessThan(shares.get(id)!.now);
    }
  });

  it("know a fact by a former id, and of two ids take the later answers", async () => {
    const fact = base.content.facts.find(({ formerIds, ask }) => formerIds.length > 0 && ask === true)!;
    const pupil = await createAccount(db());
    await addMemories(db(), pupil.id, [fact.formerIds[0]!], { stabilityDays: 1, lastDay: "2026-10-01" });
    const share = async () => (await sharesOf(db(), [fact], [pupil.id], { now: morning, dueAt: null })).get(pupil.id)!;
    expect(await share()).toMatchObject({ begun: 1, facts: 1 });
    expect((await share()).now).toBeLessThan(0.7);
    await addMemories(db(), pupil.id, [fact.id], { stabilityDays: 10, lastDay: "2026-11-13" });
    expect(await share()).toMatchObject({ begun: 1 });
    expect((await share()).now).toBeCloseTo(0.9, 6);
  });

  it("are reached once, by the answer that brings a pupil there, and stay reached", async () => {
    const room = await createClassRoom(db());
    const viewer = viewerOf(room.pupil);
    const item = itemOfForm("short-answer");
    const plan: AssignmentPlan = { kind: "study", scope: { kind: "set", id: (await createSet(viewerOf(room.teacher), { name: "One", query: { topics: [], entities: [], facts: [item.tests[0]!] } }, morning)).id }, goal: 0.8 };
    const assignment = await createAssignment(db(), room.row.id, { plan, dueAt: daysLater(1) });
    const others = await createAssignment(db(), room.row.id, { plan, opensAt: daysLater(1) });
    const reachedAt = async (id: string) => (await db().assignedWork.findUnique({ where: { assignmentId_userId: { assignmentId: id, userId: viewer.userId } } }))?.reachedAt ?? null;
    expect(await assignmentPage(viewer, assignment.id, morning)).toMatchObject({ item: { status: "not-begun" } });
    await answerCard(viewer, givenAnswer(await presentItem(db(), viewer.userId, item), rightResponse(item)), msAfter(5000));
    expect(await reachedAt(assignment.id)).toEqual(msAfter(5000));
    expect(await reachedAt(others.id)).toBeNull();
    expect(await assignmentPage(viewer, assignment.id, msAfter(6000))).toMatchObject({ item: { status: "done", work: { goal: 0.8, reachedAt: msAfter(5000), share: { begun: 1, facts: 1 } } } });
    await db().memoryState.updateMany({ where: { userId: viewer.userId }, data: { stabilityDays: 0.1, lastDay: "2026-01-01" } });
    await classGoals(viewerOf(room.teacher), assignment.id, daysLater(0.5));
    expect(await reachedAt(assignment.id)).toEqual(msAfter(5000));
  });

  it("that were reached by what was known before are noted when a teacher looks, for those who have the work", async () => {
    const room = await createClassRoom(db());
    const assignment = await createAssignment(db(), room.row.id, { plan: engines, isForAll: false, dueAt: daysLater(1) });
    await db().assignedWork.create({ data: { assignmentId: assignment.id, userId: room.pupil.id, isChosen: true } });
    for (const who of [room.pupil, room.guest]) await addMemories(db(), who.id, await factIds(), { stabilityDays: 500, lastDay: today });
    expect((await classGoals(viewerOf(room.teacher), assignment.id, morning)).pupils.map(({ userId }) => userId)).toEqual([room.pupil.id]);
    expect(await db().assignedWork.findMany({ where: { reachedAt: { not: null } } })).toMatchObject([{ userId: room.pupil.id, reachedAt: morning, isChosen: true }]);
    for (const who of [room.stranger, room.removed]) await expect(classGoals(viewerOf(who), assignment.id, morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(classGoals(viewerOf(room.pupil), assignment.id, morning)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("are not written down any more in an archived class", async () => {
    const room = await createClassRoom(db(), { archivedAt: morning });
    const assignment = await createAssignment(db(), room.row.id, { plan: engines, dueAt: daysLater(1) });
    await addMemories(db(), room.pupil.id, await factIds(), { stabilityDays: 500, lastDay: today });
    const { pupils } = await classGoals(viewerOf(room.teacher), assignment.id, morning);
    expect(pupils.find(({ userId }) => userId === room.pupil.id)).toMatchObject({ reachedAt: null, share: { begun: (await factIds()).length } });
    expect(await db().assignedWork.count({ where: { assignmentId: assignment.id } })).toBe(0);
  });

  it("and quizzes count in the list of the class for those for whom they count in the gradebook", async () => {
    const room = await createClassRoom(db());
    const late = await createAccount(db());
    await addMember(db(), room.row.id, late.id, "pupil", { joinedAt: daysLater(3) });
    for (const plan of [engines, quizPlan]) await createAssignment(db(), room.row.id, { plan, dueAt: daysLater(1), closesAt: daysLater(2) });
    const work = await classWork(viewerOf(room.teacher), room.row.id, daysLater(4));
    const { gradebook } = await gradebookOf(viewerOf(room.teacher), room.row.id, daysLater(4));
    const missed = gradebook.works.map((_, place) => gradebook.rows.filter(({ cells }) => cells[place]?.status === "missed").length);
    expect(missed).toEqual([2, 2]);
    expect(work).toMatchObject({ assignments: [{ pupils: 2, counts: { missed: 2 } }, { pupils: 2, counts: { missed: 2 } }] });
  });

  it("say what it takes to come there, to the pupil and to teachers only", async () => {
    const room = await createClassRoom(db());
    const { id } = await createAssignment(db(), room.row.id, { plan: { ...engines, scope: { kind: "entity", id: "shenzhou-5" } }, dueAt: daysLater(20) });
    const mine = await pupilOutlook(viewerOf(room.pupil), id, room.pupil.id, morning);
    expect(mine).toMatchObject({ dueOn: "2026-12-13", outlook: { kind: "reachable" } });
    expect(await pupilOutlook(viewerOf(room.teacher), id, room.pupil.id, morning)).toEqual(mine);
    expect(await pupilOutlook(viewerOf(room.pupil), id, room.pupil.id, daysLater(30))).toBeNull();
    await expect(pupilOutlook(viewerOf(room.pupil), id, room.guest.id, morning)).rejects.toMatchObject({ code: "FORBIDDEN" });
    for (const who of [room.stranger, room.removed]) await expect(pupilOutlook(viewerOf(who), id, room.pupil.id, morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(pupilOutlook(viewerOf(room.teacher), id, room.stranger.id, morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("let a pupil study just these facts, and use the set of the work as long as it is theirs", async () => {
    const room = await createClassRoom(db());
    const viewer = viewerOf(room.pupil);
    const { id: setId } = await createSet(viewerOf(room.teacher), { name: "Engines", query: { topics: ["engines"], entities: [], facts: [] } }, morning);
    const { id } = await createAssignment(db(), room.row.id, { plan: { kind: "study", scope: { kind: "set", id: setId }, goal: 0.8 }, setId });
    const scopeFor = async (userId: string, scope: Parameters<typeof resolveScope>[3]) => resolveScope(db(), await db().user.findUniqueOrThrow({ where: { id: userId }, include: { parameters: true } }), today, scope);
    expect(await findSet(viewer, setId, morning)).toMatchObject({ name: "Engines" });
    for (const scope of [{ kind: "assignment", id }, { kind: "set", id: setId }] as const) {
      const { fresh } = await scopeFor(viewer.userId, scope);
      expect([...(fresh as ReadonlySet<{ id: string }>)].map((fact) => fact.id)).toEqual(await factIds());
      for (const who of [room.stranger, room.removed]) await expect(scopeFor(who.id, scope)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    await db().assignment.update({ where: { id }, data: { isPublished: false } });
    await expect(findSet(viewer, setId, morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await db().classSet.create({ data: { classId: room.row.id, setId, publishedAt: morning } });
    await expect(findSet(viewer, setId, morning)).resolves.toHaveProperty("name", "Engines");
    await expect(findSet(viewerOf(room.removed), setId, morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await db().class.update({ where: { id: room.row.id }, data: { archivedAt: morning } });
    await expect(findSet(viewer, setId, morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describeEachDatabase("lists of work", (db: () => PrismaClient) => {
  const viewerOf = ({ id }: { id: string }) => ({ userId: id });

  it("tell a pupil what is due in all their classes, the soonest first, in their own zone, and what comes", async () => {
    const [room, second] = [await createClassRoom(db()), await createClassRoom(db(), { name: "Club" })];
    const pupil = await createAccount(db(), { timeZone: "Asia/Shanghai" });
    for (const { row } of [room, second]) await addMember(db(), row.id, pupil.id, "pupil");
    const late = await createAssignment(db(), room.row.id, { title: "Late", plan: quiz, dueAt: msAfter(-1000) });
    await createAssignment(db(), second.row.id, { title: "Soon", plan: engines, dueAt: daysLater(1) });
    await createAssignment(db(), room.row.id, { title: "Any time", plan: quiz });
    await createAssignment(db(), room.row.id, { title: "Ahead", plan: quiz, opensAt: daysLater(2) });
    await createAssignment(db(), room.row.id, { title: "Draft", plan: quiz, isPublished: false });
    await createAssignment(db(), room.row.id, { title: "Over", plan: quiz, closesAt: msAfter(-1) });
    await createAssignment(db(), room.row.id, { title: "Others'", plan: quiz, isForAll: false });
    const { timeZone, due, coming } = await dueWork(viewerOf(pupil), morning);
    expect(timeZone).toBe("Asia/Shanghai");
    expect(due.map(({ title, className, phase, status }) => [title, className, phase, status])).toEqual([["Late", "Year 9", "late", "missed"], ["Soon", "Club", "open", "not-begun"], ["Any time", "Year 9", "open", "not-begun"]]);
    expect(coming.map(({ title }) => title)).toEqual(["Ahead"]);
    await db().assignedWork.create({ data: { assignmentId: late.id, userId: pupil.id, isExcused: true } });
    await db().class.update({ where: { id: second.row.id }, data: { archivedAt: morning } });
    expect((await dueWork(viewerOf(pupil), morning)).due.map(({ title }) => title)).toEqual(["Any time"]);
    for (const who of [room.stranger, room.removed, room.teacher]) expect(await dueWork(viewerOf(who), morning)).toMatchObject({ due: [], coming: [] });
    await expect(dueWork({ userId: randomUUID() }, morning)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("follow a quiz from its start to its result, for the pupil and for the class", async () => {
    const room = await createClassRoom(db());
    const [teacher, pupil] = [viewerOf(room.teacher), viewerOf(room.pupil)];
    const { id } = await createAssignment(db(), room.row.id, { plan: quiz, isPublished: false, dueAt: msAfter(60_000) });
    await publishAssignment(teacher, id, morning);
    const { attemptId } = await startAssigned(pupil, id, { attemptId: randomUUID() }, clockAt(0));
    expect((await dueWork(pupil, msAfter(1000))).due).toMatchObject([{ status: "under-way", work: { openAttemptId: attemptId, attemptsLeft: 0, score: null } }]);
    const counted = async (now: Date) => {
      const work = await classWork(teacher, room.row.id, now);
      return work.standing === "teacher" ? work.assignments.map(({ counts, pupils, questions }) => ({ counts, pupils, questions })) : [];
    };
    expect(await counted(msAfter(1000))).toMatchObject([{ pupils: 2, questions: 5, counts: { "under-way": 1, "not-begun": 1, done: 0 } }]);
    await db().quizSlot.update({ where: { attemptId_position: { attemptId, position: 0 } }, data: { response: { kind: "typed", text: "zzzz" } } });
    await submitQuiz(pupil, attemptId, randomUUID(), clockAt(90_000));
    expect(await dueWork(pupil, msAfter(91_000))).toMatchObject({ due: [] });
    expect(await counted(msAfter(91_000))).toMatchObject([{ counts: { late: 1, missed: 1 } }]);
    expect(await classWork(pupil, room.row.id, msAfter(91_000))).toMatchObject({ standing: "pupil", items: [{ status: "late", work: { lastAttemptId: attemptId, score: 0 } }] });
    expect(await assignmentPage(pupil, id, msAfter(91_000))).toMatchObject({ attempts: [{ id: attemptId, state: "graded", share: 0 }] });
  });

  it("are not for strangers or somebody removed", async () => {
    const room = await createClassRoom(db());
    const { id } = await createAssignment(db(), room.row.id, { plan: quiz });
    for (const who of [room.stranger, room.removed]) {
      await expect(classWork(viewerOf(who), room.row.id, morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(assignmentPage(viewerOf(who), id, morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });
});
