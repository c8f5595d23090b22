import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { getExport } from "@/app/api/progress/export/handlers";
import { getFactBase } from "@/lib/content/fact-base";
import { answerCard } from "@/lib/data/answers";
import type { AssignmentPlan } from "@/lib/data/assignment-plan";
import { progressReport, type ProgressReport } from "@/lib/data/progress";
import { loadProgressBasis } from "@/lib/data/progress-basis";
import { createSet } from "@/lib/data/sets";
import { openCards } from "@/lib/data/study";
import { resolveScope } from "@/lib/data/study-scope";
import type { PrismaClient } from "@/lib/db/generated/client";
import { factsIn } from "@/lib/facts/fact-query";
import type { StudyScope } from "@/lib/questions/study-request";
import { addDays } from "@/lib/scheduling/learner-day";
import { usualSetup } from "@/lib/quiz/quiz-setup";
import { addMember, createAssignment, createClassRoom, quizPlan, type ClassRoom } from "@/tests/support/classes";
import { describeEachDatabase } from "@/tests/support/database";
import { givenAnswer, itemOf, morning, rightResponse } from "@/tests/support/factories";
import { createOwnSet, lendSet, nothingAsked } from "@/tests/support/own-facts";
import { writeStudied } from "@/tests/support/studied-history";

const today = "2026-11-23";
const base = getFactBase();
const topicOf = (subject: string) => base.entities.get(subject as never)!.topic;
const inTopics = (...topics: string[]) => factsIn(base, { ...nothingAsked, topics: topics as never }).map(({ id }) => id as string);

/** Topics with facts enough to be answered in some weeks. */
const [lentTopic, goalTopic, quizTopic, otherTopic] = [...new Set(base.content.entities.map(({ topic }) => topic))]
  .filter((topic) => inTopics(topic).length >= 20).sort((a, b) => inTopics(a).length - inTopics(b).length) as [string, string, string, string];

const study = (topic: string): AssignmentPlan => ({ kind: "study", scope: { kind: "topics", topics: [topic] }, goal: 0.8 }) as AssignmentPlan;
const quizOn = (topic: string): AssignmentPlan => ({ ...quizPlan, setup: { ...usualSetup, count: 5, scope: { kind: "topics", topics: [topic] } } }) as AssignmentPlan;
const idsIn = (scope: StudyScope): readonly string[] => ("ids" in scope ? scope.ids : []);
const of = ({ id }: { id: string }) => ({ userId: id });

describeEachDatabase("progress in what a class was given", (db: () => PrismaClient) => {
  /** A class that was lent a set on one topic and one of own cards and tables, is to learn a second topic and has a quiz on a third. */
  async function given() {
    const room = await createClassRoom(db());
    const lent = await createSet(of(room.teacher), { name: "Lent", query: { ...nothingAsked, topics: [lentTopic] as never } }, morning);
    const own = await createOwnSet(db(), room.teacher.id);
    await lendSet(db(), room.row.id, lent.id);
    await lendSet(db(), room.row.id, own.id);
    await createAssignment(db(), room.row.id, { plan: study(goalTopic) });
    await createAssignment(db(), room.row.id, { plan: quizOn(quizTopic) });
    return { room, lent, own };
  }

  /** Answers to all topics, and one to a card of the set's own. */
  async function studied({ room, own }: { room: ClassRoom; own: { id: string } }) {
    const viewer = of(room.pupil);
    const mixed = [lentTopic, goalTopic, quizTopic, otherTopic].map((topic) => base.content.facts.filter(({ id, subject }) => topicOf(subject) === topic && inTopics(topic).includes(id)));
    const facts = Array.from({ length: 20 }, (_, i) => mixed.map((each) => each[i]!)).flat();
    await writeStudied(db(), viewer.userId, { days: 40, factsPerDay: 3, undone: 0.05, facts });
    const { cards: [card] } = await openCards(viewer, { count: 1, holding: [], scope: { kind: "set", id: own.id }, now: morning });
    await answerCard(viewer, givenAnswer(card!.presentationId, rightResponse(await itemOf(db(), card!.presentationId))), morning);
    return viewer;
  }

  const ofClass = (who: { userId: string }, room: ClassRoom): Promise<ProgressReport> => progressReport(who, { classId: room.row.id }, morning);
  const factsOf = async (who: { userId: string }, room: ClassRoom) => (await loadProgressBasis(who, { classId: room.row.id }, morning)).facts.map(({ id }) => id as string).sort();

  it("is about the facts of its sets, own ones too, and of the work that the viewer is given, each once; nothing else", async () => {
    const { room, own } = await given();
    const other = await createClassRoom(db());
    await addMember(db(), other.row.id, room.pupil.id, "pupil");
    await createAssignment(db(), other.row.id, { plan: study(otherTopic) });
    await createAssignment(db(), room.row.id, { plan: study(otherTopic), isPublished: false });
    const single = await createAssignment(db(), room.row.id, { plan: study(otherTopic), isForAll: false });
    const contents = [...inTopics(lentTopic, goalTopic, quizTopic)].sort();
    const ofPupil = await factsOf(of(room.pupil), room);
    expect(ofPupil.filter((id) => !id.startsWith("own."))).toEqual(contents);
    const ownFacts = ofPupil.filter((id) => id.startsWith("own."));
    expect(ownFacts.length).toBeGreaterThan(20);
    expect(ownFacts.every((id) => id.startsWith(`own.${own.id}.`))).toBe(true);
    const withOther = [...new Set([...ofPupil, ...inTopics(otherTopic)])].sort();
    await db().assignedWork.create({ data: { assignmentId: single.id, userId: room.guest.id, isChosen: true } });
    expect([await factsOf(of(room.pupil), room), await factsOf(of(room.guest), room), await factsOf(of(room.teacher), room)]).toEqual([ofPupil, withOther, withOther]);
  });

  it("equals what is counted in the log and the memories of those facts, and what a set of the same facts is told", async () => {
    const ground = await given();
    const viewer = await studied(ground);
    const report = await ofClass(viewer, ground.room);
    const wanted = new Set(await factsOf(viewer, ground.room));
    const undone = new Set((await db().undoEvent.findMany({ where: viewer })).map(({ undoes }) => undoes));
    const events = (await db().reviewEvent.findMany({ where: viewer })).filter(({ id, factId }) => !undone.has(id) && wanted.has(factId));
    const begun = (await db().memoryState.findMany({ where: viewer })).filter(({ factId }) => wanted.has(factId));
    const span = events.filter(({ learnerDay }) => learnerDay > addDays(today, -report.learning.month.days));
    expect(report.filter).toEqual({ kind: "class", id: ground.room.row.id, name: "Year 9" });
    expect(report.now).toMatchObject({ facts: wanted.size, begun: begun.length });
    expect(begun.some(({ factId }) => factId.startsWith("own."))).toBe(true);
    expect(report.learning.month).toMatchObject({ answers: span.length, studied: new Set(span.map(({ learnerDay }) => learnerDay)).size });
    expect(report.coming.days.map(({ planned }) => planned)).toEqual(report.coming.days.map((_, i) => begun.filter(({ dueOn }) => (i === 0 ? dueOn <= today : dueOn === addDays(today, i))).length));
    expect(events.length).toBeLessThan(await db().reviewEvent.count({ where: viewer }));

    const topics = [lentTopic, goalTopic, quizTopic] as never;
    const { ownFacts } = await db().factSet.findUniqueOrThrow({ where: { id: ground.own.id } });
    const same = await createOwnSet(db(), viewer.userId, ownFacts as never, { query: { ...nothingAsked, topics } });
    // The same cards in another set are other facts, which were never answered.
    const ofSet = await progressReport(viewer, { setId: same.id }, morning);
    expect(ofSet.now).toMatchObject({ facts: report.now.facts, begun: report.now.begun - 1 });
    expect(ofSet.weak.hard).toBe(report.weak.hard);
    expect(ofSet.weak.confused).toBe(report.weak.confused);
    expect(ofSet.trust.right.count).toBe(report.trust.right.count);
    expect(report.now.recalled - ofSet.now.recalled).toBeCloseTo(1, 6);
  });

  it("leads to sessions that there are: what waits of it, and what slips of a topic", async () => {
    const ground = await given();
    const viewer = await studied(ground);
    const { coming, now } = await ofClass(viewer, ground.room);
    const wanted = new Set(await factsOf(viewer, ground.room));
    const due = (await db().memoryState.findMany({ where: { ...viewer, dueOn: { lte: today } }, orderBy: { dueOn: "asc" } })).filter(({ factId }) => wanted.has(factId));
    expect(coming.due).toBe(due.length);
    expect(coming.due).toBeGreaterThan(0);
    const named = idsIn(coming.toStudy!.scope);
    expect(coming.toStudy).toMatchObject({ about: "class", named: Math.min(50, due.length) });
    expect(named.every((id) => due.some(({ factId }) => factId === id))).toBe(true);
    const learner = await db().user.findUniqueOrThrow({ where: { id: viewer.userId }, include: { parameters: true } });
    for (const scope of [coming.toStudy!.scope, now.slipping!.scope]) {
      const { fresh } = await resolveScope(db(), learner, today as never, scope);
      expect([...(fresh as ReadonlySet<{ id: string }>)].every(({ id }) => wanted.has(id))).toBe(true);
    }
    const { topic, scope } = now.slipping!;
    expect(idsIn(scope).length).toBeGreaterThan(0);
    expect(idsIn(scope).every((id) => inTopics(topic).includes(id))).toBe(true);
    const idle = await ofClass(of(ground.room.guest), ground.room);
    expect([idle.coming.due, idle.coming.toStudy, idle.now.begun]).toEqual([0, null, 0]);
  });

  it("is given out as a file of those answers alone, and of no class that one is not in", async () => {
    const ground = await given();
    const viewer = await studied(ground);
    const wanted = new Set(await factsOf(viewer, ground.room));
    const ask = (query: string, who = viewer) => getExport(new Request(`http://localhost/api/progress/export?format=jsonl${query}`), { clock: () => morning, requireUser: () => Promise.resolve(who) });
    const factsIn = async (query: string) => {
      const lines = (await (await ask(query)).text()).trim().split("\n").map((line) => JSON.parse(line) as { id: string; fact: string; undoes?: string });
      return lines.flatMap(({ fact, undoes }) => (undoes === undefined ? [fact] : []));
    };
    const rows = await db().reviewEvent.findMany({ where: viewer, orderBy: [{ answeredAt: "asc" }, { id: "asc" }] });
    expect(await factsIn(`&class=${ground.room.row.id}`)).toEqual(rows.map(({ factId }) => factId).filter((id) => wanted.has(id)));
    const lent = inTopics(lentTopic);
    expect(await factsIn(`&set=${ground.lent.id}`)).toEqual(rows.map(({ factId }) => factId).filter((id) => lent.includes(id)));
    expect((await ask(`&class=${ground.room.row.id}`, of(ground.room.stranger))).status).toBe(404);
    expect((await ask(`&set=${ground.lent.id}`, of(ground.room.stranger))).status).toBe(404);
    expect((await ask(`&class=${"x".repeat(200)}`)).status).toBe(400);
  });

  it("can be chosen by who is in the class, with the sets that it was given; no draft's, no other pupil's, none of an archived class", async () => {
    const { room, lent, own } = await given();
    const [hidden, single] = [await createSet(of(room.teacher), { name: "Hidden", query: { ...nothingAsked, topics: [otherTopic] as never } }, morning), await createSet(of(room.teacher), { name: "Of one", query: { ...nothingAsked, topics: [otherTopic] as never } }, morning)];
    await createAssignment(db(), room.row.id, { plan: { ...study(goalTopic), scope: { kind: "set", id: hidden.id } } as AssignmentPlan, setId: hidden.id, isPublished: false });
    const work = await createAssignment(db(), room.row.id, { plan: { ...study(goalTopic), scope: { kind: "set", id: single.id } } as AssignmentPlan, setId: single.id, isForAll: false });
    await db().assignedWork.create({ data: { assignmentId: work.id, userId: room.guest.id, isChosen: true } });
    const choicesOf = async (who: { id: string }) => (await progressReport(of(who), null, morning)).choices;
    const [bells, lentSet, ofOne] = [{ id: own.id, name: "Bells and arcs" }, { id: lent.id, name: "Lent" }, { id: single.id, name: "Of one" }];
    const year = { id: room.row.id, name: "Year 9" };
    expect(await choicesOf(room.pupil)).toEqual({ sets: [], classes: [{ ...year, sets: [bells, lentSet] }] });
    expect(await choicesOf(room.guest)).toEqual({ sets: [], classes: [{ ...year, sets: [bells, lentSet, ofOne] }] });
    expect((await choicesOf(room.teacher)).classes).toEqual([{ ...year, sets: [] }]);
    expect((await choicesOf(room.coTeacher)).classes).toEqual([{ ...year, sets: [bells, lentSet, ofOne] }]);
    for (const who of [room.removed, room.stranger]) expect((await choicesOf(who)).classes).toEqual([]);
    for (const { classes: [chosen] } of [await choicesOf(room.pupil), await choicesOf(room.guest)]) {
      for (const { id } of chosen!.sets) expect((await progressReport(of(room.guest), { setId: id }, morning)).filter).toMatchObject({ id });
    }
    await db().class.update({ where: { id: room.row.id }, data: { archivedAt: morning } });
    for (const who of [room.pupil, room.guest, room.coTeacher]) expect((await choicesOf(who)).classes).toEqual([]);
  });

  it("is not found for who is not, or no longer, in the class, for a class that there is not, and once it is archived", async () => {
    const { room } = await given();
    for (const who of [room.stranger, room.removed]) await expect(ofClass(of(who), room)).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const classId of [randomUUID(), "no-id"]) await expect(progressReport(of(room.pupil), { classId }, morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(ofClass({ userId: randomUUID() }, room)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    expect((await ofClass(of(room.pupil), room)).now.facts).toBeGreaterThan(60);
    await db().class.update({ where: { id: room.row.id }, data: { archivedAt: morning } });
    for (const who of [room.pupil, room.teacher]) await expect(ofClass(of(who), room)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
