import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { createGuest, signUp } from "@/lib/data/accounts";
import { answerCard } from "@/lib/data/answers";
import { openCards } from "@/lib/data/study";
import { undoAnswer } from "@/lib/data/undos";
import type { PrismaClient } from "@/lib/db/generated/client";
import { addMember } from "@/tests/support/classes";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, daysLater, givenAnswer, itemOf, morning, rightResponse } from "@/tests/support/factories";

const address = "192.0.2.1";
const longAgo = daysLater(-31);

describeEachDatabase("guests who never answered", (db: () => PrismaClient) => {
  const oldGuest = async () => (await createLearner(db(), { createdAt: longAgo })).id;
  const openOne = async (userId: string, now: Date) => (await openCards({ userId }, { count: 1, holding: [], now })).cards[0]!.presentationId;
  const someoneComes = () => createGuest({ address }, morning);
  const isThere = async (id: string) => (await db().user.count({ where: { id } })) === 1;

  it("go after 30 days, with the questions they left open, when another guest comes", async () => {
    const gone = await oldGuest();
    await openOne(gone, longAgo);
    const { userId } = await someoneComes();
    expect(await db().user.findMany({ select: { id: true } })).toEqual([{ id: userId }]);
    expect(await db().presentation.count()).toBe(0);
  });

  it("stay while they are younger, have answered, have an account, or have come back of late", async () => {
    const young = (await createLearner(db(), { createdAt: daysLater(-29) })).id;
    const answered = await oldGuest();
    const presentationId = await openOne(answered, longAgo);
    await answerCard({ userId: answered }, givenAnswer(presentationId, rightResponse(await itemOf(db(), presentationId))), longAgo);
    const named = await oldGuest();
    await signUp({ userId: named, userName: null, isGuest: true }, { userName: "comet", password: "correct horse" }, address, morning);
    const back = await oldGuest();
    await openOne(back, daysLater(-1));
    const collector = await oldGuest();
    await db().factSet.create({ data: { ownerId: collector, name: "Rockets", query: {} } });
    const writer = await oldGuest();
    await db().factChoice.create({ data: { userId: writer, factId: "some-fact", mnemonic: "a note" } });
    const pupil = await oldGuest();
    const { id: classId } = await db().class.create({ data: { name: "Year 9", createdAt: longAgo } });
    await addMember(db(), classId, pupil, "pupil", { removedAt: morning });
    await someoneComes();
    expect(await Promise.all([young, answered, named, back, collector, writer, pupil].map(isThere))).toEqual([true, true, true, true, true, true, true]);
    expect(await db().reviewEvent.count()).toBe(1);
  });

  it("go also when all they did was to take back what never arrived", async () => {
    const gone = await oldGuest();
    const presentationId = await openOne(gone, longAgo);
    await undoAnswer({ userId: gone }, { eventId: randomUUID(), presentationId, undoes: randomUUID() }, longAgo);
    await someoneComes();
    expect([await isThere(gone), await db().undoEvent.count()]).toEqual([false, 0]);
  });

  it("go a hundred at a time, so that nobody waits for a large clean-up", async () => {
    await db().user.createMany({ data: Array.from({ length: 130 }, () => ({ createdAt: longAgo })) });
    await someoneComes();
    expect(await db().user.count()).toBe(31);
    await someoneComes();
    expect(await db().user.count()).toBe(2);
  });

  it("keep an answer that they give while the clean-up runs, or are told to begin anew", async () => {
    for (let round = 0; round < 5; round++) {
      const userId = await oldGuest();
      const presentationId = await openOne(userId, longAgo);
      const given = givenAnswer(presentationId, rightResponse(await itemOf(db(), presentationId)));
      const [answered] = await Promise.allSettled([answerCard({ userId }, given, morning), someoneComes()]);
      expect(await db().reviewEvent.count({ where: { id: given.eventId } })).toBe(answered.status === "fulfilled" ? 1 : 0);
      if (answered.status === "rejected") expect(answered.reason).toMatchObject({ code: "UNAUTHENTICATED" });
    }
  });
});
