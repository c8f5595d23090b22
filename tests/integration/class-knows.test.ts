import { expect, it } from "vitest";
import { getFactBase } from "@/lib/content/fact-base";
import { classKnowledge, makeMissedSet } from "@/lib/data/class-knows";
import { calibrationOf, ruleOf, toFactState } from "@/lib/data/learner";
import { findSet } from "@/lib/data/sets";
import type { PrismaClient, User } from "@/lib/db/generated/client";
import type { Item } from "@/lib/questions/item";
import { recallOn } from "@/lib/scheduling/fact-state";
import { learnerDayOf } from "@/lib/scheduling/learner-day";
import { asFactId } from "@/lib/shared/ids";
import { addMember, createAssignment, createClassRoom } from "@/tests/support/classes";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, daysLater, morning, rightResponse, wrongResponse } from "@/tests/support/factories";
import { createPaper, createTaken, namingItem } from "@/tests/support/taken-quizzes";

const now = daysLater(7);
const of = ({ id }: { id: string }) => ({ userId: id });
const [asked, other] = [namingItem(), namingItem(40)];
const wrong = (item: Item) => [{ item, response: wrongResponse(item) }];
const right = (item: Item) => [{ item, response: rightResponse(item), score: 1 }];

describeEachDatabase("what a class knows", (db: () => PrismaClient) => {
  const base = getFactBase();
  const ofTopic = (topic: string) => base.content.facts.filter((fact) => fact.ask === true && fact.rank !== "deprecated" && base.entities.get(fact.subject)?.topic === topic);

  async function begin() {
    const room = await createClassRoom(db());
    const third = await createLearner(db(), { timeZone: "Asia/Shanghai", calibrationMu: 0.4 });
    await addMember(db(), room.row.id, third.id, "pupil");
    return { room, pupils: [room.pupil, room.guest, third] };
  }

  const remember = (userId: string, factId: string, stabilityDays: number, lastDay: string) =>
    db().memoryState.create({ data: { userId, factId, stabilityDays, difficulty: 5, reviewCount: 2, lapseCount: 0, firstDay: "2026-11-01", lastDay, dueOn: "2026-12-10" } });

  async function publishSet({ id }: User, classId: string, topic: string): Promise<void> {
    const set = await db().factSet.create({ data: { ownerId: id, name: topic, query: { topics: [topic], entities: [], facts: [] } } });
    await db().classSet.create({ data: { classId, setId: set.id, publishedAt: morning } });
  }

  /** As one would reckon it pupil by pupil with the functions that studying uses. */
  async function recalledBy(users: readonly User[], factIds: ReadonlySet<string>): Promise<number> {
    let sum = 0;
    for (const user of users) {
      const rows = await db().memoryState.findMany({ where: { userId: user.id, factId: { in: [...factIds] } } });
      for (const row of rows) sum += recallOn(toFactState(row), learnerDayOf(now.getTime(), user), calibrationOf(user), ruleOf({ ...user, parameters: null }).engine);
    }
    return sum / users.length;
  }

  it("tells by topic what an average pupil would recall, as the functions for one learner do", async () => {
    const { room, pupils } = await begin();
    await publishSet(room.teacher, room.row.id, "engines");
    const engines = ofTopic("engines");
    await remember(pupils[0]!.id, engines[0]!.id, 20, "2026-11-20");
    await remember(pupils[0]!.id, engines[1]!.id, 3, "2026-11-02");
    await remember(pupils[2]!.id, engines[0]!.id, 9, "2026-11-25");
    await remember(pupils[1]!.id, ofTopic("astronauts")[0]!.id, 90, "2026-11-29");
    await remember(room.removed.id, engines[0]!.id, 90, "2026-11-29");
    const { topics, facts, pupils: count } = await classKnowledge(of(room.teacher), room.row.id, now);
    expect([facts, count]).toEqual([engines.length, 3]);
    expect(topics).toEqual([{ topic: "engines", facts: engines.length, begun: 1, recalled: expect.closeTo(await recalledBy(pupils, new Set(engines.map(({ id }) => id))), 6) }]);
  });

  it("is about the class's sets, goals and quizzes only", async () => {
    const { room, pupils } = await begin();
    for (const pupil of pupils) await remember(pupil.id, ofTopic("astronauts")[0]!.id, 90, "2026-11-29");
    expect(await classKnowledge(of(room.teacher), room.row.id, now)).toMatchObject({ facts: 0, topics: [], missed: [] });
    const quiz = await createAssignment(db(), room.row.id);
    await createPaper(db(), quiz.id, [asked]);
    await createAssignment(db(), room.row.id, { plan: { kind: "study", scope: { kind: "topics", topics: ["engines"] }, goal: 0.9 } });
    await createAssignment(db(), room.row.id, { isPublished: false, plan: { kind: "study", scope: { kind: "topics", topics: ["astronauts"] }, goal: 0.9 } });
    const known = new Set([...ofTopic("engines").map(({ id }) => id), ...asked.tests.map((id) => base.facts.get(id)!.id)]);
    expect((await classKnowledge(of(room.teacher), room.row.id, now)).facts).toBe(known.size);
  });

  it("says nothing of memories where so few learn that it would be each one's own", async () => {
    const room = await createClassRoom(db());
    await publishSet(room.teacher, room.row.id, "engines");
    expect(await classKnowledge(of(room.teacher), room.row.id, now)).toMatchObject({ pupils: 2, topics: null });
  });

  it("tells which facts are most often wrong by what each pupil answered last, and what is taken for what, without names", async () => {
    const { room, pupils } = await begin();
    const quiz = await createAssignment(db(), room.row.id);
    const [first, second, third] = pupils as [User, User, User];
    await createTaken(db(), quiz.id, first.id, [...right(asked), ...wrong(other)]);
    await createTaken(db(), quiz.id, first.id, [...wrong(asked), ...right(other)], { startedAt: daysLater(1), closedAt: daysLater(1) });
    await createTaken(db(), quiz.id, second.id, [...wrong(asked), ...wrong(other)]);
    await createTaken(db(), quiz.id, third.id, [...right(asked), { item: other }]);
    await createTaken(db(), quiz.id, room.removed.id, wrong(other));
    const { missed } = await classKnowledge(of(room.coTeacher), room.row.id, now);
    const named = asked.options[(wrongResponse(asked) as { option: number }).option]!.entity!;
    expect(missed).toMatchObject([{ factId: base.facts.get(asked.tests[0]!)!.id, asked: 3, wrong: 2, confusions: [{ pupils: 2 }] }]);
    expect(missed[0]!.confusions[0]!.named).toBe(base.entities.get(named)!.labels.en);
    for (const { id } of pupils) expect(JSON.stringify(missed)).not.toContain(id);
  });

  it("makes a set of what is shown, which belongs to the teacher", async () => {
    const { room } = await begin();
    const fact = ofTopic("engines")[0]!;
    const { setId } = await makeMissedSet(of(room.teacher), room.row.id, { name: "To learn anew", factIds: [fact.id] }, now);
    expect(await findSet(of(room.teacher), setId, now)).toMatchObject({ name: "To learn anew", facts: 1 });
    expect(await db().factSet.findUniqueOrThrow({ where: { id: setId } })).toHaveProperty("ownerId", room.teacher.id);
    await expect(makeMissedSet(of(room.teacher), room.row.id, { name: "Nothing", factIds: [asFactId("no-such-fact")] }, now)).rejects.toMatchObject({ code: "INVALID" });
  });

  it("is for those who teach the class", async () => {
    const { room } = await begin();
    const elsewhere = await createClassRoom(db());
    for (const who of [room.stranger, room.removed, elsewhere.teacher]) {
      await expect(classKnowledge(of(who), room.row.id, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(makeMissedSet(of(who), room.row.id, { name: "Mine", factIds: [ofTopic("engines")[0]!.id] }, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    for (const who of [room.pupil, room.guest]) await expect(classKnowledge(of(who), room.row.id, now)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(makeMissedSet(of(room.pupil), room.row.id, { name: "Mine", factIds: [ofTopic("engines")[0]!.id] }, now)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
