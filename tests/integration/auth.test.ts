import { randomUUID } from "node:crypto";
import { expect, it, test } from "vitest";
import { credentialsSchema } from "@/lib/auth/credentials";
import { findSessionUser, type CurrentUser } from "@/lib/auth/current-user";
import type { SignedIn } from "@/lib/auth/options";
import { attemptLimits, countAttempt } from "@/lib/auth/rate-limit";
import { createGuest, signIn, signUp } from "@/lib/data/accounts";
import { adoptGuest } from "@/lib/data/adopt-guest";
import { answerCard } from "@/lib/data/answers";
import { verifyMemory } from "@/lib/data/memory";
import { openCards } from "@/lib/data/study";
import type { PrismaClient } from "@/lib/db/generated/client";
import { describeEachDatabase } from "@/tests/support/database";
import { daysLater, givenAnswer, itemOf, morning, rightResponse, snapshot } from "@/tests/support/factories";

const address = "192.0.2.1";
const password = "correct horse";
const minutesLater = (minutes: number) => new Date(morning.getTime() + minutes * 60_000);

const asCurrent = ({ userId, userName }: SignedIn): CurrentUser => ({ userId, userName, isGuest: userName === null });
const newGuest = async () => asCurrent(await createGuest({ address }, morning));
const account = (userName: string, current: CurrentUser | null = null) =>
  signUp(current, credentialsSchema.parse({ userName, password }), address, morning);
const enter = (userName: string, typed = password, current: CurrentUser | null = null, now = morning) =>
  signIn({ userName, password: typed, address, current }, now);

describeEachDatabase("accounts", (db: () => PrismaClient) => {
  async function study(userId: string, count: number, now = morning) {
    const { cards } = await openCards({ userId }, { count, holding: [], now });
    for (const card of cards) {
      const response = rightResponse(await itemOf(db(), card.presentationId));
      await answerCard({ userId }, givenAnswer(card.presentationId, response), now);
    }
    return cards.map((card) => card.factId);
  }

  async function answersOf(userId: string, count: number) {
    const { cards } = await openCards({ userId }, { count, holding: [], now: morning });
    return Promise.all(cards.map(async ({ presentationId }) => givenAnswer(presentationId, rightResponse(await itemOf(db(), presentationId)))));
  }

  it("makes a guest without a form, in the zone the browser names", async () => {
    const guest = await createGuest({ address, timeZone: "Europe/Berlin" }, morning);
    expect(guest).toMatchObject({ userName: null, sessionVersion: 0 });
    expect(await db().user.findFirst()).toMatchObject({ id: guest.userId, timeZone: "Europe/Berlin" });
  });

  it("does not believe in a zone that is not there", async () => {
    await createGuest({ address, timeZone: "Mars/Olympus" }, morning);
    expect(await db().user.findFirst()).toMatchObject({ timeZone: "UTC" });
  });

  it("turns a guest into an account in place and keeps everything", async () => {
    const guest = await newGuest();
    await study(guest.userId, 3);
    const before = await db().memoryState.findMany({ orderBy: { factId: "asc" } });
    const signedUp = await account("Comet", guest);
    expect(signedUp).toEqual({ userId: guest.userId, userName: "comet", sessionVersion: 1 });
    expect(await db().memoryState.findMany({ orderBy: { factId: "asc" } })).toEqual(before);
    expect(await db().user.count()).toBe(1);
    expect(await enter("comet")).toEqual(signedUp);
  });

  it("ends the guest's sessions when the guest becomes an account, so that whoever shared them is out", async () => {
    const guest = await newGuest();
    const { sessionVersion } = await account("comet", guest);
    expect(await findSessionUser({ userId: guest.userId, sessionVersion: 0 })).toBeNull();
    expect(await findSessionUser({ userId: guest.userId, sessionVersion })).toMatchObject({ userName: "comet" });
  });

  it("loses no answer that is given while the guest signs up", async () => {
    const guest = await newGuest();
    const answers = await answersOf(guest.userId, 4);
    await Promise.all([account("comet", guest), ...answers.map((given) => answerCard({ userId: guest.userId }, given, morning))]);
    expect(await verifyMemory(guest.userId)).toEqual({ events: 4, facts: 4, differing: [] });
    expect(await db().user.findFirst()).toMatchObject({ userName: "comet" });
  });

  it("takes each answer once that is given while the guest's progress goes over to an account", async () => {
    const owner = await account("comet");
    const guest = await newGuest();
    const answers = await answersOf(guest.userId, 4);
    const given = await Promise.allSettled([adoptGuest({ guestId: guest.userId, accountId: owner.userId }), ...answers.map((each) => answerCard({ userId: guest.userId }, each, morning))]);
    for (const each of given) if (each.status === "rejected") expect(each.reason).toMatchObject({ code: "UNAUTHENTICATED" });
    for (const each of answers) expect(await answerCard({ userId: owner.userId }, each, morning)).toMatchObject({ isRight: true });
    expect(await verifyMemory(owner.userId)).toEqual({ events: 4, facts: 4, differing: [] });
    expect(await db().user.count()).toBe(1);
  });

  it("makes an account for someone who has not studied yet", async () => {
    expect(await account("comet")).toMatchObject({ userName: "comet" });
  });

  it("never keeps a password, only its argon2id hash", async () => {
    await account("comet");
    const { passwordHash } = await db().user.findFirstOrThrow();
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it("lets one in with the right password only", async () => {
    const { userId } = await account("comet");
    expect(await enter("comet")).toMatchObject({ userId });
    expect(await enter("comet", "correct hors")).toBeNull();
    expect(await enter("nobody")).toBeNull();
    expect(await enter("", "")).toBeNull();
    expect(await signIn({ address, current: null }, morning)).toBeNull();
  });

  it("never lets anybody in as a guest, who has no password", async () => {
    const guest = await newGuest();
    expect(await enter(guest.userId)).toBeNull();
  });

  test.each([["COMET"], ["  comet "], ["ｃｏｍｅｔ"]])("knows the name however it is written: %s", async (written) => {
    const { userId } = await account("comet");
    expect(await enter(written)).toMatchObject({ userId });
    await expect(account(written)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("gives a name to one of two who ask for it at the same moment", async () => {
    const asked = await Promise.allSettled([account("comet", await newGuest()), account("Comet", await newGuest())]);
    expect(asked.map((each) => each.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db().user.count({ where: { userName: "comet" } })).toBe(1);
  });

  it("changes nothing when the name is taken", async () => {
    await account("comet");
    const guest = await newGuest();
    const before = await snapshot(db());
    await expect(account("comet", guest)).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("taken") });
    expect(await snapshot(db())).toBe(before);
  });

  it("does not let an account be signed up once more", async () => {
    const signedUp = asCurrent(await account("comet"));
    await expect(account("other", signedUp)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(account("other", { ...signedUp, isGuest: true })).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await db().user.findFirst()).toMatchObject({ userName: "comet" });
  });

  it("ends sessions whose version is not the user's any more, and those of users who are gone", async () => {
    const { userId, sessionVersion } = await account("comet");
    expect(await findSessionUser({ userId, sessionVersion })).toEqual({ userId, userName: "comet", isGuest: false });
    await db().user.update({ where: { id: userId }, data: { sessionVersion: 1 } });
    expect(await findSessionUser({ userId, sessionVersion })).toBeNull();
    expect(await findSessionUser({ userId: randomUUID(), sessionVersion: 0 })).toBeNull();
    expect(await findSessionUser(null)).toBeNull();
  });

  it("takes a guest's progress into the account that is signed in to, once", async () => {
    const owner = await account("comet");
    const owned = await study(owner.userId, 4);
    const guest = await newGuest();
    const guests = await study(guest.userId, 4, daysLater(1));
    const open = (await openCards({ userId: guest.userId }, { count: 2, holding: [], now: daysLater(1) })).cards;
    expect(await enter("comet", password, guest)).toMatchObject({ userId: owner.userId });
    const check = await verifyMemory(owner.userId);
    expect(check).toEqual({ events: 8, facts: new Set([...owned, ...guests]).size, differing: [] });
    expect(await db().user.count()).toBe(1);
    expect(await findSessionUser({ userId: guest.userId, sessionVersion: 0 })).toBeNull();
    const before = await snapshot(db());
    await adoptGuest({ guestId: guest.userId, accountId: owner.userId });
    expect(await enter("comet", password, guest)).toMatchObject({ userId: owner.userId });
    expect(await snapshot(db())).toBe(before);
    const late = givenAnswer(open[0]!.presentationId, rightResponse(await itemOf(db(), open[0]!.presentationId)));
    expect(await answerCard({ userId: owner.userId }, late, daysLater(1))).toMatchObject({ isRight: true });
  });

  it("folds both logs of a fact that guest and account have both studied", async () => {
    const owner = await account("comet");
    const [factId] = await study(owner.userId, 1);
    const guest = await newGuest();
    const [row] = await db().reviewEvent.findMany({ include: { presentation: true } });
    const { presentation, ...event } = row!;
    const twin = await db().presentation.create({
      data: { ...presentation, id: randomUUID(), userId: guest.userId, item: presentation.item as object },
    });
    await db().reviewEvent.create({
      data: { ...event, id: randomUUID(), userId: guest.userId, presentationId: twin.id, response: event.response as object, factValue: event.factValue ?? undefined, answeredAt: daysLater(2), learnerDay: "2026-11-25" },
    });
    await adoptGuest({ guestId: guest.userId, accountId: owner.userId });
    expect(await db().memoryState.findFirst({ where: { factId } })).toMatchObject({ userId: owner.userId, reviewCount: 2, lastDay: "2026-11-25" });
    expect(await verifyMemory(owner.userId)).toEqual({ events: 2, facts: 1, differing: [] });
  });

  it("keeps one open question for a fact that both have open, and takes answers to either", async () => {
    const owner = await account("comet");
    const guest = await newGuest();
    const [card] = (await openCards({ userId: owner.userId }, { count: 1, holding: [], now: morning })).cards;
    const { id: _, ...copy } = await db().presentation.findUniqueOrThrow({ where: { id: card!.presentationId } });
    const guests = await db().presentation.create({ data: { ...copy, item: copy.item as object, userId: guest.userId, openKey: `${guest.userId}:${copy.factId}` } });
    await adoptGuest({ guestId: guest.userId, accountId: owner.userId });
    expect(await db().presentation.count({ where: { openKey: { not: null } } })).toBe(1);
    expect(await db().presentation.findUnique({ where: { id: guests.id } })).toMatchObject({ userId: owner.userId, openKey: null });
  });

  it("never takes the progress of another account", async () => {
    const [comet, meteor] = [await account("comet"), await account("meteor")];
    await study(meteor.userId, 2);
    const before = await snapshot(db());
    await adoptGuest({ guestId: meteor.userId, accountId: comet.userId });
    await enter("comet", password, asCurrent(meteor));
    expect(await snapshot(db())).toBe(before);
  });

  it("stops guessing at one name, says for how long, and lets the owner in afterwards", async () => {
    await account("comet");
    for (let i = 0; i < attemptLimits["sign-in-name"].limit; i++) expect(await enter("comet", "wrong password")).toBeNull();
    await expect(enter("comet", password, null, minutesLater(5))).rejects.toMatchObject({ code: "RATE_LIMITED", minutes: 10, message: expect.stringContaining("10 minutes") });
    expect(await enter("other", "wrong password")).toBeNull();
    expect(await enter("comet", password, null, minutesLater(15))).toMatchObject({ userName: "comet" });
  });

  it("counts anew after a right password", async () => {
    await account("comet");
    for (let i = 0; i < 30; i++) expect(await enter("comet", i % 5 === 4 ? password : "wrong password")).toEqual(i % 5 === 4 ? expect.anything() : null);
  });

  it("lets in as many as know their passwords from one address, and no more guesses for that", async () => {
    await account("comet");
    for (let i = 0; i < attemptLimits["sign-in-address"].limit; i++) await countAttempt(db(), { kind: "sign-in-address", of: "192.0.2.3", now: morning });
    const before = await db().rateLimit.findFirstOrThrow({ where: { key: "sign-in-address:192.0.2.3" } });
    await expect(signIn({ userName: "comet", password, address: "192.0.2.3", current: null }, morning)).rejects.toMatchObject({ code: "RATE_LIMITED" });
    expect(before.count).toBe(attemptLimits["sign-in-address"].limit);
    for (let i = 0; i < 3; i++) expect(await signIn({ userName: "comet", password, address: "192.0.2.4", current: null }, morning)).toMatchObject({ userName: "comet" });
    expect(await db().rateLimit.findFirst({ where: { key: "sign-in-address:192.0.2.4" } })).toMatchObject({ count: 0 });
  });

  test.each(["sign-in-address", "sign-up-address", "guest-address"] as const)("limits %s by itself, in each window anew", async (kind) => {
    const attempt = (now: Date, of = address) => countAttempt(db(), { kind, of, now });
    await Promise.all(Array.from({ length: attemptLimits[kind].limit }, () => attempt(morning)));
    await expect(attempt(morning)).rejects.toMatchObject({ code: "RATE_LIMITED" });
    await attempt(morning, "192.0.2.2");
    await attempt(new Date(morning.getTime() + attemptLimits[kind].windowMs));
  });
});

test.each([
  ["ab", password, "3 to 32"],
  ["x".repeat(33), password, "3 to 32"],
  ["two words", password, "letters, digits"],
  ["a@b.c", password, "letters, digits"],
  ["comet", "1234567", "8 to 200"],
  ["comet", "x".repeat(201), "8 to 200"],
])("refuses the name %s with the password %s: %s", (userName, typed, words) => {
  const parsed = credentialsSchema.safeParse({ userName, password: typed });
  expect(parsed.error?.issues[0]?.message).toContain(words);
});

test.each([["Comet.1"], ["航天员"], ["a_b-c"], ["ÉTOILE"]])("takes the name %s", (userName) => {
  expect(credentialsSchema.safeParse({ userName, password: "12345678" }).success).toBe(true);
});
