import { expect, it, test } from "vitest";
import { getFactBase } from "@/lib/content/fact-base";
import { examOutlook, removeExamPlan, saveExamPlan, upcomingExams } from "@/lib/data/exam-plans";
import { queryChoices } from "@/lib/data/query-choices";
import { setsPerUser } from "@/lib/data/set-change";
import { deleteSet } from "@/lib/data/set-delete";
import { setDetails } from "@/lib/data/set-details";
import { changeSet, createSet, findSet, listSets, type SetInput } from "@/lib/data/sets";
import { listTopics, studyChoices } from "@/lib/data/study-choices";
import type { PrismaClient } from "@/lib/db/generated/client";
import { answerDifficulties } from "@/lib/facts/answer-difficulty";
import type { FactQuery } from "@/lib/facts/fact-query";
import { memoryModel } from "@/lib/scheduling/learner-memory";
import { asEntityId, asFactId } from "@/lib/shared/ids";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, daysLater, morning } from "@/tests/support/factories";

const today = "2026-11-23";
const noQuery = { topics: [], entities: [], facts: [] };
const engines: SetInput = { name: "Engines", query: { ...noQuery, topics: ["engines"] } };

describeEachDatabase("sets", (db: () => PrismaClient) => {
  const base = getFactBase();
  const engineFacts = base.content.facts.filter((fact) => fact.ask === true && fact.rank !== "deprecated" && base.entities.get(fact.subject)?.topic === "engines");
  const viewer = async (data = {}) => ({ userId: (await createLearner(db(), { memoryModel, ...data })).id });
  const made = async (who: { userId: string }, input = engines) => (await createSet(who, input, morning)).id;

  const remember = (userId: string, factId: string, more: { dueOn?: string; lastDay?: string; stabilityDays?: number } = {}) =>
    db().memoryState.create({
      data: { userId, factId, stabilityDays: 20, difficulty: 5, reviewCount: 3, lapseCount: 0, firstDay: "2026-11-01", lastDay: "2026-11-20", dueOn: "2026-12-10", intervalDays: 20, ...more },
    });

  it("say how many facts there are, how many are begun and due, and how much is known today", async () => {
    const who = await viewer();
    const id = await made(who);
    const [due, begun, aside, other] = [engineFacts[0]!, engineFacts[1]!, engineFacts[2]!, base.content.facts.find((fact) => fact.ask === true && base.entities.get(fact.subject)?.topic === "astronauts")!];
    await remember(who.userId, due.id, { dueOn: today });
    await remember(who.userId, begun.id);
    await remember(who.userId, aside.id, { dueOn: today });
    await remember(who.userId, other.id, { dueOn: today });
    await db().factChoice.create({ data: { userId: who.userId, factId: aside.id, suspendedAt: morning } });
    const set = await findSet(who, id, morning);
    expect(set).toMatchObject({ name: "Engines", facts: engineFacts.length, begun: 3, due: 1, exam: null });
    expect((await setDetails(who, id)).contents).toMatchObject({ topics: ["engines"], entities: [], picked: [] });
    expect(set.recalled).toBeGreaterThan(2.8);
    expect(set.recalled).toBeLessThan(3);
    expect((await findSet(who, id, daysLater(60))).recalled).toBeLessThan(set.recalled);
    expect(await listSets(who, morning)).toEqual([expect.objectContaining({ id, begun: 3, due: 1, recalled: set.recalled })]);
  });

  it("know a fact that was begun under a former id", async () => {
    const who = await viewer();
    const renamed = base.content.facts.find((fact) => fact.ask === true && fact.formerIds.length > 0)!;
    const id = await made(who, { name: "One", query: { ...noQuery, facts: [renamed.id] } });
    await remember(who.userId, renamed.formerIds[0]!, { dueOn: today });
    expect(await findSet(who, id, morning)).toMatchObject({ facts: 1, begun: 1, due: 1 });
    expect((await setDetails(who, id)).contents.picked).toEqual([expect.objectContaining({ id: renamed.id })]);
  });

  it("are changed as a whole, and forget what the content does not know", async () => {
    const who = await viewer();
    const id = await made(who);
    const query = { topics: ["nothing"], entities: [asEntityId("shenzhou-5"), asEntityId("nobody")], facts: [asFactId("nothing")] };
    await changeSet(who, id, { name: "航天员", query }, morning);
    const more = { types: ["crewed_mission", "nothing"], programmes: [asEntityId("clep"), asEntityId("nobody")], kinds: ["date", "astronaut", "nothing"] };
    expect(await setDetails(who, id)).toMatchObject({ name: "航天员", contents: { topics: [], entities: [{ id: "shenzhou-5", name: "Shenzhou 5" }], types: [], picked: [] } });
    await changeSet(who, id, { name: "航天员", query: { ...query, ...more } }, morning);
    expect((await db().factSet.findUniqueOrThrow({ where: { id } })).query).toEqual({ ...noQuery, entities: ["shenzhou-5"], types: ["crewed_mission"], programmes: ["clep"], kinds: ["date", "astronaut"] });
    expect((await setDetails(who, id)).contents).toMatchObject({ types: [{ id: "crewed_mission" }], programmes: [{ id: "clep" }], kinds: [{ id: "date", name: null }, { id: "astronaut", name: "Astronauts" }] });
  });

  it("may hold only easier or only harder answers, as many as the form says", async () => {
    const who = await viewer();
    const topics = engines.query.topics;
    const facts = async (query: Partial<FactQuery>) => {
      const { id } = await createSet(who, { name: "So hard", query: { ...noQuery, ...query } }, morning);
      return { ...(await findSet(who, id, morning)), contents: (await setDetails(who, id)).contents };
    };
    const [all, ...each] = await Promise.all([facts({ topics }), ...answerDifficulties.map((difficulty) => facts({ topics, difficulties: [difficulty] }))]);
    expect(each.map(({ contents }) => contents.difficulties)).toEqual(answerDifficulties.map((difficulty) => [difficulty]));
    expect(each.reduce((sum, set) => sum + set.facts, 0)).toBe(all.facts);
    expect(all.contents.difficulties).toEqual([]);
    const offered = queryChoices().difficulties;
    for (const { id, facts: count } of offered) expect(await facts({ difficulties: [id] })).toMatchObject({ facts: count });
    expect(offered.every(({ facts: count }) => count > 100)).toBe(true);
  });

  it("are refused when nothing would be in them, and beyond as many as one can keep", async () => {
    const who = await viewer();
    await expect(createSet(who, { name: "Empty", query: { ...noQuery, topics: ["nothing"] } }, morning)).rejects.toMatchObject({ code: "INVALID" });
    const id = await made(who);
    await expect(changeSet(who, id, { name: "Empty", query: noQuery }, morning)).rejects.toMatchObject({ code: "INVALID" });
    await db().factSet.createMany({ data: Array.from({ length: setsPerUser - 1 }, (_, i) => ({ ownerId: who.userId, name: `${i}`, query: engines.query })) });
    await expect(createSet(who, engines, morning)).rejects.toMatchObject({ code: "CONFLICT" });
    await deleteSet(who, id, morning);
    await expect(createSet(who, engines, morning)).resolves.toHaveProperty("id");
    await expect(createSet(await viewer(), engines, morning)).resolves.toHaveProperty("id");
  });

  it("go with their plan, and leave what was learnt", async () => {
    const who = await viewer();
    const id = await made(who);
    await remember(who.userId, engineFacts[0]!.id);
    await saveExamPlan(who, id, { examOn: "2026-12-24", goal: 0.9 }, morning);
    await deleteSet(who, id, morning);
    expect(await listSets(who, morning)).toEqual([]);
    expect(await db().examPlan.count()).toBe(0);
    expect(await db().memoryState.count()).toBe(1);
  });

  test.each<[string, (who: { userId: string }, id: string) => Promise<unknown>]>([
    ["findSet", (who, id) => findSet(who, id, morning)],
    ["changeSet", (who, id) => changeSet(who, id, engines, morning)],
    ["setDetails", setDetails],
    ["deleteSet", (who, id) => deleteSet(who, id, morning)],
    ["examOutlook", (who, id) => examOutlook(who, id, morning)],
    ["saveExamPlan", (who, id) => saveExamPlan(who, id, { examOn: "2026-12-24", goal: 0.9 }, morning)],
    ["removeExamPlan", removeExamPlan],
  ])("of another user are not found by %s, nor is what is no set", async (_, call) => {
    const [owner, stranger] = [await viewer(), await viewer()];
    const id = await made(owner);
    await saveExamPlan(owner, id, { examOn: "2026-12-01", goal: 0.8 }, morning);
    await expect(call(stranger, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(call(owner, "00000000-0000-4000-8000-000000000000")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(call(owner, "no id at all")).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await findSet(owner, id, morning)).toMatchObject({ name: "Engines", exam: { examOn: "2026-12-01", goal: 0.8 } });
  });

  test.each<[string, (who: { userId: string }) => Promise<unknown>]>([
    ["listSets", (who) => listSets(who, morning)],
    ["upcomingExams", (who) => upcomingExams(who, morning)],
    ["studyChoices", (who) => studyChoices(who, morning).then(({ sets }) => sets)],
  ])("of another user are not in %s", async (_, call) => {
    const [owner, stranger] = [await viewer(), await viewer()];
    await saveExamPlan(owner, await made(owner), { examOn: "2026-12-24", goal: 0.9 }, morning);
    expect(await call(stranger)).toEqual([]);
    expect(await call(owner)).toHaveLength(1);
    await expect(call({ userId: "00000000-0000-4000-8000-000000000000" })).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("with an exam get a plan that the daily load holds", async () => {
    const who = await viewer({ dailyBudget: 60, dailyBudgetUnit: "cards" });
    const id = await made(who);
    expect(await examOutlook(who, id, morning)).toBeNull();
    await saveExamPlan(who, id, { examOn: "2026-12-24", goal: 0.9 }, morning);
    expect(await findSet(who, id, morning)).toMatchObject({ exam: { examOn: "2026-12-24", daysLeft: 31, goal: 0.9 } });
    const outlook = await examOutlook(who, id, morning);
    if (outlook?.kind !== "reachable") throw new Error("not reachable");
    expect(outlook.share).toBeGreaterThanOrEqual(0.9);
    expect(outlook.perDay).toBeLessThanOrEqual(60);
    expect(outlook.today.cards).toBeGreaterThan(0);
    expect(outlook.today.fresh).toBeGreaterThan(0);
  });

  it("say what can be reached when the exam comes too soon", async () => {
    const who = await viewer({ dailyBudget: 10, dailyBudgetUnit: "cards" });
    const id = await made(who);
    await saveExamPlan(who, id, { examOn: "2026-11-27", goal: 0.9 }, morning);
    const outlook = await examOutlook(who, id, morning);
    if (outlook?.kind !== "unreachable") throw new Error("reachable");
    expect(outlook.capacity).toBe(10);
    expect(outlook.share).toBeLessThan(0.5);
    expect(outlook.neededPerDay === null || outlook.neededPerDay > 10).toBe(true);
    expect(outlook.earliestOn! > "2026-11-27").toBe(true);
  });

  it("with an exam ahead say how much is begun and due, without what was put aside, the nearest first", async () => {
    const who = await viewer();
    const [later, sooner] = [await made(who), await made(who, { name: "Two", query: { ...noQuery, facts: [engineFacts[0]!.id, engineFacts[1]!.id] } })];
    await saveExamPlan(who, later, { examOn: "2026-12-24", goal: 0.9 }, morning);
    await saveExamPlan(who, sooner, { examOn: "2026-12-01", goal: 0.9 }, morning);
    await remember(who.userId, engineFacts[0]!.id, { dueOn: today });
    await remember(who.userId, engineFacts[1]!.id, { dueOn: today });
    await remember(who.userId, engineFacts[2]!.id, { dueOn: "2026-12-30" });
    await db().factChoice.create({ data: { userId: who.userId, factId: engineFacts[1]!.id, suspendedAt: morning } });
    expect(await upcomingExams(who, morning)).toEqual([
      { setId: sooner, name: "Two", daysLeft: 8, facts: 2, begun: 2, due: 1 },
      { setId: later, name: "Engines", daysLeft: 31, facts: engineFacts.length, begun: 3, due: 1 },
    ]);
  });

  it("ask for nothing that was put aside", async () => {
    const who = await viewer({ dailyBudget: 60, dailyBudgetUnit: "cards" });
    const [known, aside] = [engineFacts[0]!, engineFacts[1]!];
    const id = await made(who, { name: "Two", query: { ...noQuery, facts: [known.id, aside.id] } });
    await remember(who.userId, known.id, { stabilityDays: 500 });
    await remember(who.userId, aside.id, { stabilityDays: 0.3, dueOn: today });
    await saveExamPlan(who, id, { examOn: "2026-11-30", goal: 0.9 }, morning);
    const whole = await examOutlook(who, id, morning);
    expect(whole?.kind === "reachable" && whole.perDay).toBeGreaterThan(0);
    await db().factChoice.create({ data: { userId: who.userId, factId: aside.id, suspendedAt: morning } });
    expect(await examOutlook(who, id, morning)).toMatchObject({ kind: "reachable", perDay: 0, today: { cards: 0, fresh: 0 } });
  });

  it("ask for no new fact that was put aside", async () => {
    const who = await viewer({ dailyBudget: 60, dailyBudgetUnit: "cards" });
    const [wanted, aside] = [engineFacts[0]!, engineFacts[1]!];
    const id = await made(who, { name: "Two", query: { ...noQuery, facts: [wanted.id, aside.id] } });
    await saveExamPlan(who, id, { examOn: "2026-11-24", goal: 0.6 }, morning);
    expect(await examOutlook(who, id, morning)).toMatchObject({ today: { fresh: 2 } });
    await db().factChoice.create({ data: { userId: who.userId, factId: aside.id, suspendedAt: morning } });
    expect(await examOutlook(who, id, morning)).toMatchObject({ today: { fresh: 1 } });
  });

  it("take a day from tomorrow on by the learner's own calendar, and show no plan when it is over", async () => {
    const who = await viewer({ timeZone: "Asia/Shanghai" });
    const id = await made(who);
    for (const examOn of ["2020-01-01", today, "2036-01-01"]) await expect(saveExamPlan(who, id, { examOn, goal: 0.9 }, morning)).rejects.toMatchObject({ code: "INVALID" });
    const evening = new Date("2026-11-23T21:00:00Z");
    await expect(saveExamPlan(who, id, { examOn: "2026-11-24", goal: 0.9 }, evening)).rejects.toMatchObject({ code: "INVALID" });
    await saveExamPlan(who, id, { examOn: "2026-11-24", goal: 0.9 }, morning);
    expect(await examOutlook(who, id, daysLater(2))).toBeNull();
    expect(await findSet(who, id, daysLater(2))).toMatchObject({ exam: { daysLeft: -1 } });
    expect(await upcomingExams(who, daysLater(2))).toEqual([]);
    await removeExamPlan(who, id);
    expect(await findSet(who, id, morning)).toMatchObject({ exam: null });
  });
});

describeEachDatabase("what there is to choose from", (db: () => PrismaClient) => {
  const base = getFactBase();

  it("counts each topic's facts, those begun and those due, and leaves out what was put aside", async () => {
    const userId = (await createLearner(db(), { memoryModel })).id;
    const fact = base.content.facts.find((each) => each.ask === true && base.entities.get(each.subject)?.topic === "engines")!;
    const state = { stabilityDays: 20, difficulty: 5, reviewCount: 3, lapseCount: 0, firstDay: "2026-11-01", lastDay: "2026-11-20", dueOn: today };
    await db().memoryState.create({ data: { userId, factId: fact.id, ...state } });
    const topicOf = async () => (await studyChoices({ userId }, morning)).topics.find(({ topic }) => topic === "engines");
    expect(await topicOf()).toMatchObject({ begun: 1, due: 1 });
    await db().factChoice.create({ data: { userId, factId: fact.id, buriedUntil: "2026-11-24" } });
    expect(await topicOf()).toMatchObject({ begun: 1, due: 0 });
    const { topics, begun, mistakes } = await studyChoices({ userId }, morning);
    expect({ begun, mistakes }).toEqual({ begun: 1, mistakes: 0 });
    const askable = base.content.facts.filter((each) => each.ask === true && each.rank !== "deprecated");
    expect(topics.reduce((sum, topic) => sum + topic.facts, 0)).toBe(askable.length);
    expect(listTopics().map(({ topic }) => topic).sort()).toEqual(topics.map(({ topic }) => topic).sort());
  });
});
