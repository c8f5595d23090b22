import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { adoptGuest } from "@/lib/data/adopt-guest";
import { answerCard } from "@/lib/data/answers";
import { verifyMemory } from "@/lib/data/memory";
import { undoAnswer } from "@/lib/data/undos";
import type { PrismaClient } from "@/lib/db/generated/client";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, daysLater, givenAnswer, morning, rightResponse, snapshot, wrongResponse } from "@/tests/support/factories";
import { putQuestion } from "@/tests/support/questions";

describeEachDatabase("a guest's progress in an account", (db: () => PrismaClient) => {
  async function both(): Promise<{ guestId: string; accountId: string }> {
    const [guest, account] = [await createLearner(db()), await createLearner(db(), { userName: "comet" })];
    return { guestId: guest.id, accountId: account.id };
  }

  async function answer(userId: string, day: number, { fact = 0, isRight = true } = {}): Promise<{ presentationId: string; eventId: string }> {
    const { presentationId, item } = await putQuestion(db(), userId, daysLater(day), { fact });
    const given = givenAnswer(presentationId, isRight ? rightResponse(item) : wrongResponse(item));
    await answerCard({ userId }, given, daysLater(day));
    return given;
  }

  it("is one log with the account's own: facts of both, of either, and one calibration", async () => {
    const { guestId, accountId } = await both();
    await answer(accountId, 0);
    await answer(guestId, 4, { isRight: false });
    await answer(accountId, 15);
    await answer(guestId, 16, { fact: 1 });
    await answer(accountId, 17, { fact: 2 });
    await adoptGuest({ guestId, accountId });
    expect(await db().memoryState.findMany({ where: { userId: accountId }, select: { reviewCount: true, lapseCount: true }, orderBy: { reviewCount: "desc" } })).toEqual([
      { reviewCount: 3, lapseCount: 1 }, { reviewCount: 1, lapseCount: 0 }, { reviewCount: 1, lapseCount: 0 },
    ]);
    expect((await db().user.findUniqueOrThrow({ where: { id: accountId } })).calibrationMu).not.toBe(0);
    expect(await verifyMemory(accountId)).toEqual({ events: 5, facts: 3, differing: [] });
  });

  it("keeps what the guest took back taken back, and what arrives later too", async () => {
    const { guestId, accountId } = await both();
    const { presentationId, eventId } = await answer(guestId, 0);
    await undoAnswer({ userId: guestId }, { eventId: randomUUID(), presentationId, undoes: eventId }, morning);
    const held = await putQuestion(db(), guestId, morning, { fact: 1 });
    await adoptGuest({ guestId, accountId });
    expect([await db().undoEvent.count({ where: { userId: accountId } }), await db().memoryState.count()]).toEqual([1, 0]);
    const given = givenAnswer(held.presentationId, rightResponse(held.item));
    await answerCard({ userId: accountId }, given, daysLater(1));
    await undoAnswer({ userId: accountId }, { eventId: randomUUID(), presentationId: held.presentationId, undoes: given.eventId }, daysLater(1));
    expect(await verifyMemory(accountId)).toEqual({ events: 2, facts: 0, differing: [] });
  });

  it("brings decisions about facts along; what either put aside stays so, and both notes stay", async () => {
    const { guestId, accountId } = await both();
    const old = { kind: "text", text: "what it said before" };
    await db().factChoice.createMany({
      data: [
        { userId: guestId, factId: "guests", suspendedAt: morning, mnemonic: "only mine" },
        { userId: guestId, factId: "both", suspendedAt: morning, mnemonic: "from the guest", changedFrom: old },
        { userId: accountId, factId: "both", buriedUntil: "2026-11-24", mnemonic: "from the account" },
        { userId: guestId, factId: "same", suspendedAt: morning, mnemonic: "the same" },
        { userId: accountId, factId: "same", mnemonic: "the same" },
        { userId: guestId, factId: "long", mnemonic: "y".repeat(900) },
        { userId: accountId, factId: "long", mnemonic: "x".repeat(900) },
      ],
    });
    await adoptGuest({ guestId, accountId });
    const choices = await db().factChoice.findMany({ orderBy: { factId: "asc" } });
    expect(choices.map(({ userId }) => userId)).toEqual([accountId, accountId, accountId, accountId]);
    expect(choices).toMatchObject([
      { factId: "both", suspendedAt: morning, buriedUntil: "2026-11-24", mnemonic: "from the account\nfrom the guest", changedFrom: old },
      { factId: "guests", suspendedAt: morning, mnemonic: "only mine" },
      { factId: "long", mnemonic: expect.stringMatching(/^x{900}\ny{99}$/) },
      { factId: "same", suspendedAt: morning, mnemonic: "the same" },
    ]);
  });

  it("brings sets, exam plans and tried parameters along; the account's own parameters stay in use", async () => {
    const { guestId, accountId } = await both();
    const weights = [0.5, 1.2, 2.4, 8, 6.4, 0.8, 3, 0.001, 1.9, 0.2, 0.8, 1.5, 0.06, 0.3, 1.6, 0.6, 1.9, 0.5, 0.1, 0.07, 0.15];
    const tried = (userId: string) => db().parameterTrial.create({ data: { userId, triedAt: daysLater(-1), itemCount: 1000, lossBefore: 0.4, outcome: "accepted", weights } });
    const [guests, accounts] = [await tried(guestId), await tried(accountId)];
    await db().user.update({ where: { id: guestId }, data: { parametersId: guests.id } });
    const set = await db().factSet.create({ data: { ownerId: guestId, name: "Rockets", query: {} } });
    await db().examPlan.create({ data: { userId: guestId, setId: set.id, examOn: "2027-01-01", goal: 0.9 } });
    await answer(guestId, 0);
    await answer(guestId, 6);
    await adoptGuest({ guestId, accountId });
    expect(await db().factSet.findFirst()).toMatchObject({ ownerId: accountId });
    expect(await db().examPlan.findFirst()).toMatchObject({ userId: accountId, setId: set.id });
    expect(await db().parameterTrial.count({ where: { userId: accountId } })).toBe(2);
    expect(await db().user.findUnique({ where: { id: accountId } })).toMatchObject({ parametersId: guests.id });
    expect(await verifyMemory(accountId)).toEqual({ events: 2, facts: 1, differing: [] });
    await db().user.update({ where: { id: accountId }, data: { parametersId: accounts.id } });
    const late = (await createLearner(db())).id;
    const lates = await tried(late);
    await db().user.update({ where: { id: late }, data: { parametersId: lates.id } });
    await adoptGuest({ guestId: late, accountId });
    expect(await db().user.findUnique({ where: { id: accountId } })).toMatchObject({ parametersId: accounts.id });
  });

  it("moves once, and never out of an account", async () => {
    const { guestId, accountId } = await both();
    await answer(guestId, 0);
    await adoptGuest({ guestId, accountId });
    const after = await snapshot(db());
    await adoptGuest({ guestId, accountId });
    await adoptGuest({ guestId: accountId, accountId: (await createLearner(db(), { id: randomUUID(), userName: "meteor" })).id });
    expect(await db().reviewEvent.count({ where: { userId: accountId } })).toBe(1);
    await db().user.deleteMany({ where: { userName: "meteor" } });
    expect(await snapshot(db())).toBe(after);
  });
});
