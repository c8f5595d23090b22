import { expect, it, test } from "vitest";
import { postFactChoice } from "@/app/api/study/facts/handlers";
import type { Edge } from "@/app/api/study/handlers";
import { getFactBase } from "@/lib/content/fact-base";
import { listSuspended } from "@/lib/data/fact-choices";
import { openCards } from "@/lib/data/study";
import type { PrismaClient } from "@/lib/db/generated/client";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, daysLater, morning, snapshot } from "@/tests/support/factories";
import { itemOfForm, presentItem } from "@/tests/support/items";

describeEachDatabase("what a learner decides about a fact", (db: () => PrismaClient) => {
  const item = itemOfForm("multiple-choice");
  const factId = item.tests[0]!;
  const learner = async (data = {}) => (await createLearner(db(), data)).id;
  const edgeOf = (userId: string, now: Date): Edge => ({ clock: () => now, requireUser: () => Promise.resolve({ userId }) });

  /** A learner who has been asked for the fact. */
  async function metLearner(data = {}): Promise<string> {
    const userId = await learner(data);
    await presentItem(db(), userId, item);
    return userId;
  }

  async function send(userId: string, given: object, now = morning) {
    const request = new Request("http://localhost:3000/api/study/facts", { method: "POST", body: JSON.stringify(given), headers: { "content-type": "application/json" } });
    const response = await postFactChoice(request, edgeOf(userId, now));
    const body = (await response.json()) as { error?: { code: string; message: string } };
    return { status: response.status, code: body.error?.code };
  }

  const choiceOf = (userId: string) => db().factChoice.findUnique({ where: { userId_factId: { userId, factId } } });

  const cardsOf = async (userId: string, now: Date) =>
    (await openCards({ userId }, { count: 10, holding: [], scope: { kind: "facts", ids: [factId] }, mode: "mix", now })).cards;

  const dealt = async (userId: string, now: Date) => (await cardsOf(userId, now)).map((card) => card.factId);

  it("suspends it until it is taken up again, and closes its question", async () => {
    const userId = await metLearner();
    expect(await dealt(userId, morning)).toEqual([factId]);
    expect(await send(userId, { do: "suspend", factId })).toEqual({ status: 200, code: undefined });
    expect(await db().presentation.count({ where: { userId, openKey: { not: null } } })).toBe(0);
    expect(await dealt(userId, morning)).toEqual([]);
    expect(await dealt(userId, daysLater(30))).toEqual([]);
    expect(await send(userId, { do: "resume", factId })).toMatchObject({ status: 200 });
    expect(await dealt(userId, daysLater(30))).toEqual([factId]);
  });

  it("buries it until the learner's next day, wherever that begins", async () => {
    const userId = await metLearner();
    const evening = new Date("2026-11-23T21:30:00Z");
    await send(userId, { do: "bury", factId, timeZone: "Asia/Shanghai" }, evening);
    expect(await choiceOf(userId)).toMatchObject({ buriedUntil: "2026-11-25", suspendedAt: null });
    await send(userId, { do: "bury", factId }, evening);
    expect(await choiceOf(userId)).toMatchObject({ buriedUntil: "2026-11-24" });
    expect(await dealt(userId, new Date("2026-11-24T03:59:00Z"))).toEqual([]);
    expect(await dealt(userId, new Date("2026-11-24T04:00:00Z"))).toEqual([factId]);
  });

  it("lets a fact rest on the day on which that was asked for, however late the server hears of it", async () => {
    const userId = await metLearner();
    const dayMs = 86_400_000;
    await send(userId, { do: "bury", factId, ageMs: dayMs }, daysLater(1));
    expect(await choiceOf(userId)).toMatchObject({ buriedUntil: "2026-11-24" });
    expect(await dealt(userId, daysLater(1))).toEqual([factId]);
  });

  it("takes up a buried fact again as well", async () => {
    const userId = await metLearner();
    await send(userId, { do: "bury", factId });
    await send(userId, { do: "resume", factId });
    expect(await dealt(userId, morning)).toEqual([factId]);
  });

  it("a new fact that was put aside by mistake is the first one again on the same day", async () => {
    const userId = await learner();
    const due = async () => (await openCards({ userId }, { count: 2, holding: [], now: morning })).cards.map((card) => card.factId);
    const [first, second] = await due();
    await send(userId, { do: "bury", factId: first! });
    const meanwhile = await due();
    expect([meanwhile.includes(second!), meanwhile.includes(first!)]).toEqual([true, false]);
    await send(userId, { do: "resume", factId: first! });
    expect(await due()).toContain(first);
  });

  it("keeps the learner's own words, and forgets them when they are emptied", async () => {
    const userId = await metLearner();
    await send(userId, { do: "note", factId, text: "  Five like the stars on the flag. 五 \n" });
    expect(await choiceOf(userId)).toMatchObject({ mnemonic: "Five like the stars on the flag. 五", suspendedAt: null, buriedUntil: null });
    expect(await db().presentation.count({ where: { userId, openKey: { not: null } } })).toBe(1);
    expect((await cardsOf(userId, morning)).map((card) => card.mnemonic)).toEqual(["Five like the stars on the flag. 五"]);
    await send(userId, { do: "note", factId, text: " " });
    expect(await choiceOf(userId)).toMatchObject({ mnemonic: "" });
    expect((await cardsOf(userId, morning)).map((card) => card.mnemonic)).toEqual([undefined]);
  });

  it("takes the longest note in any script", async () => {
    const userId = await metLearner();
    expect(await send(userId, { do: "note", factId, text: "航".repeat(1000) })).toMatchObject({ status: 200 });
    expect((await choiceOf(userId))?.mnemonic).toHaveLength(1000);
  });

  it("changes nothing when it is sent again, even at once", async () => {
    const userId = await metLearner();
    const sent = await Promise.all(Array.from({ length: 5 }, (_, minute) => send(userId, { do: "suspend", factId }, new Date(morning.getTime() + minute))));
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const before = await choiceOf(userId);
    await send(userId, { do: "suspend", factId }, daysLater(3));
    expect(await choiceOf(userId)).toEqual(before);
    for (let i = 0; i < 2; i++) expect(await send(userId, { do: "resume", factId })).toMatchObject({ status: 200 });
    expect(await db().factChoice.count()).toBe(1);
  });

  it("one decision leaves the others, and the memory, as they are", async () => {
    const userId = await metLearner();
    await db().factChoice.create({ data: { userId, factId, mnemonic: "Mine.", changedFrom: { kind: "text", en: "old" } } });
    const memory = await snapshot(db());
    await send(userId, { do: "suspend", factId });
    await send(userId, { do: "bury", factId });
    await send(userId, { do: "resume", factId });
    expect(await choiceOf(userId)).toMatchObject({ mnemonic: "Mine.", changedFrom: { kind: "text", en: "old" }, suspendedAt: null, buriedUntil: null });
    const closed = JSON.parse(memory) as { presentations: { openKey: string | null }[] };
    closed.presentations[0]!.openKey = null;
    expect(JSON.parse(await snapshot(db()))).toEqual(closed);
  });

  it.each(["suspend", "resume", "bury"])("is NOT_FOUND for a fact of another learner, or of none (%s)", async (what) => {
    await metLearner();
    const other = await learner();
    expect(await send(other, { do: what, factId })).toEqual({ status: 404, code: "NOT_FOUND" });
    expect(await send(other, { do: what, factId: "no-such-entity.name" })).toEqual({ status: 404, code: "NOT_FOUND" });
    expect(await db().factChoice.count()).toBe(0);
    expect(await db().presentation.count({ where: { openKey: { not: null } } })).toBe(1);
  });

  it("a learner with a memory of the fact but no question any more may decide too", async () => {
    const userId = await learner();
    const day = "2026-11-20";
    await db().memoryState.create({ data: { userId, factId, stabilityDays: 3, difficulty: 5, reviewCount: 1, lapseCount: 0, firstDay: day, lastDay: day, dueOn: day } });
    expect(await send(userId, { do: "suspend", factId })).toMatchObject({ status: 200 });
  });

  test.each<[string, object]>([
    ["a decision that nobody offered", { do: "delete", factId }],
    ["no fact", { do: "suspend" }],
    ["an id that is none", { do: "suspend", factId: "a b" }],
    ["an endless id", { do: "suspend", factId: "x".repeat(201) }],
    ["a note of a thousand and one characters", { do: "note", factId, text: "x".repeat(1001) }],
    ["a note that cannot be stored", { do: "note", factId, text: "a\u0000b" }],
    ["half a character", { do: "note", factId, text: "a\ud83d" }],
    ["a note without words", { do: "note", factId }],
    ["an age below nothing", { do: "bury", factId, ageMs: -1 }],
    ["a zone that is none", { do: "bury", factId, timeZone: "<b>" }],
    ["more than was asked", { do: "suspend", factId, text: "x" }],
  ])("is refused with %s", async (_, given) => {
    const userId = await metLearner();
    expect(await send(userId, given)).toEqual({ status: 400, code: "INVALID" });
    expect(await db().factChoice.count()).toBe(0);
  });

  it("is listed by what a fact is about, never by what it says, the latest first and for its learner alone", async () => {
    const [userId, other] = [await metLearner(), await metLearner()];
    const another = itemOfForm("ordering");
    await presentItem(db(), userId, another);
    await send(userId, { do: "suspend", factId });
    await send(userId, { do: "suspend", factId: another.tests[0]! }, daysLater(1));
    await send(other, { do: "bury", factId });
    const listed = await listSuspended({ userId });
    expect(listed.map((fact) => fact.factId)).toEqual([another.tests[0], factId]);
    expect(listed[1]).toEqual({ factId, subject: expect.stringMatching(/\S/), about: expect.stringMatching(/^\p{Lu}/u), suspendedAt: morning });
    expect(await listSuspended({ userId: other })).toEqual([]);
  });

  it("an id of the content is always one that may be sent", () => {
    expect(getFactBase().content.facts.filter(({ id }) => !/^[\w.~-]{1,200}$/.test(id)).map(({ id }) => id)).toEqual([]);
  });

  it("is not for someone who is gone", async () => {
    const userId = await metLearner();
    await db().user.delete({ where: { id: userId } });
    expect(await send(userId, { do: "suspend", factId })).toEqual({ status: 401, code: "UNAUTHENTICATED" });
  });
});
