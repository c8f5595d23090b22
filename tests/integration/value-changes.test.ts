import { expect, it } from "vitest";
import { getFactBase } from "@/lib/content/fact-base";
import { answerCard } from "@/lib/data/answers";
import { openCards } from "@/lib/data/study";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { Fact, FactValue } from "@/lib/facts/model";
import { asFactId } from "@/lib/shared/ids";
import { useChangedContent } from "@/tests/support/content-version";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, daysLater, givenAnswer, itemOf, morning, rightResponse } from "@/tests/support/factories";
import { addMemories } from "@/tests/support/memories";

describeEachDatabase("a fact of which the content says something else", (db: () => PrismaClient) => {
  const changeContent = useChangedContent();
  const learnt = getFactBase().facts.get(asFactId("shenzhou-5.launch_date"))!;
  const inReview = { dueOn: "2027-06-01", intervalDays: 200, factValue: learnt.value };

  const changeFact = (change: Partial<Fact>) => changeContent((content) => ({ ...content, facts: content.facts.map((fact) => (fact.id === learnt.id ? { ...fact, ...change } : fact)) }));
  const otherDate: FactValue = { kind: "date", edtf: "2001-02-03", precision: "day", timeZone: "UTC" };

  async function learner(): Promise<{ userId: string }> {
    const { id: userId } = await createLearner(db(), { newFactsPerDay: 0, contentVersion: getFactBase().version });
    await addMemories(db(), userId, [learnt.id], inReview);
    return { userId };
  }
  const open = async (viewer: { userId: string }, now = morning) => (await openCards(viewer, { count: 3, holding: [], now })).cards;

  it("comes first, tells what was learnt, and comes as planned again once it was answered", async () => {
    const viewer = await learner();
    await addMemories(db(), viewer.userId, ["cz-2f.first_flight_date"]);
    expect(await open(viewer)).toMatchObject([{ factId: "cz-2f.first_flight_date" }]);
    changeFact({ value: otherDate });
    const [card, ...others] = await open(viewer);
    expect(card).toMatchObject({ factId: learnt.id, reason: { why: "changed" }, changedFrom: "15 October 2003" });
    expect(others.map(({ factId }) => factId)).toEqual(["cz-2f.first_flight_date"]);
    await answerCard(viewer, givenAnswer(card!.presentationId, rightResponse(await itemOf(db(), card!.presentationId))), morning);
    expect((await open(viewer)).map(({ factId }) => factId)).toEqual(["cz-2f.first_flight_date"]);
    expect(await db().factChoice.findFirst({ where: { userId: viewer.userId } })).toMatchObject({ changedFrom: null });
  });

  it("stays away while it is put aside", async () => {
    const viewer = await learner();
    changeFact({ value: otherDate });
    await db().factChoice.create({ data: { userId: viewer.userId, factId: learnt.id, suspendedAt: morning } });
    expect(await open(viewer)).toEqual([]);
    await db().factChoice.updateMany({ data: { suspendedAt: null } });
    expect(await open(viewer)).toMatchObject([{ reason: { why: "changed" } }]);
  });

  it("is as it was learnt when the change is taken back", async () => {
    const viewer = await learner();
    changeFact({ value: otherDate });
    expect(await open(viewer)).toHaveLength(1);
    changeContent((content) => content);
    await db().user.updateMany({ data: { contentVersion: "another" } });
    expect(await open(viewer)).toEqual([]);
  });

  it.each<[string, Partial<Fact>]>([
    ["its words", { note: "another note", citations: [] }],
    ["its qualifiers, its id, or how a date is shown", { id: asFactId("shenzhou-5.launched_on"), formerIds: [learnt.id], value: { ...learnt.value, beijingDate: "2003-10-15" } as FactValue }],
    ["only how precisely it is said", { value: { kind: "date", edtf: "2003-10", precision: "month" } }],
  ])("changes nothing for anybody when it is %s", async (_, change) => {
    const viewer = await learner();
    const before = await db().memoryState.findMany();
    changeFact(change);
    expect(await open(viewer)).toEqual([]);
    expect(await db().factChoice.count()).toBe(0);
    expect(await db().memoryState.findMany()).toEqual(before);
    expect((await open(viewer, daysLater(300)))[0]).toMatchObject({ factId: learnt.id, isNew: false, reason: { why: "due" } });
  });

  it("is nothing to a learner who has not begun it, or whose log does not tell what it said", async () => {
    const [{ userId }, other] = [await learner(), await learner()];
    await db().memoryState.deleteMany({ where: { userId } });
    await db().memoryState.updateMany({ data: { factValue: undefined } });
    await db().$executeRaw`UPDATE "MemoryState" SET "factValue" = NULL WHERE "userId" = ${other.userId}::uuid`;
    changeFact({ value: otherDate });
    expect([await open({ userId }), await open(other)]).toEqual([[], []]);
    expect(await db().factChoice.count()).toBe(0);
  });
});
