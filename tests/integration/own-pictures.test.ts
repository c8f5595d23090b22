import { randomUUID } from "node:crypto";
import { expect, it, test } from "vitest";
import { getPicture, getSharedPicture, postPicture } from "@/app/api/sets/picture-handlers";
import { getOwnData } from "@/app/api/account/export/handlers";
import { attemptLimits } from "@/lib/auth/rate-limit";
import { adoptGuest } from "@/lib/data/adopt-guest";
import { deleteAccount } from "@/lib/data/delete-account";
import { findPicture, findSharedPicture } from "@/lib/data/find-picture";
import { ownPictureFiles } from "@/lib/data/own-data";
import { addPicture, findPictureSizes, pictureBytesPerUser } from "@/lib/data/own-pictures";
import { publishSet, withdrawSet } from "@/lib/data/set-class";
import { revisionsKept } from "@/lib/data/set-change";
import { copySet } from "@/lib/data/set-copy";
import { deleteSet } from "@/lib/data/set-delete";
import { restoreRevision } from "@/lib/data/set-history";
import { findOwnCards, saveOwnCards } from "@/lib/data/set-own-cards";
import { copySharedSet, findSharedSet, shareSet, stopSharing } from "@/lib/data/set-share";
import { createSet } from "@/lib/data/sets";
import type { PrismaClient } from "@/lib/db/generated/client";
import { ownLimits, pictureLimits } from "@/lib/own-facts/own-limits";
import type { TypedCard } from "@/lib/own-facts/typed-card";
import { AppError } from "@/lib/shared/app-error";
import { addMember, createAssignment, createClassRoom, quizPlan } from "@/tests/support/classes";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, daysLater, morning } from "@/tests/support/factories";
import { card } from "@/tests/support/own-content";
import { pngOf } from "@/tests/support/pictures";

type Who = { userId: string };

const red = pngOf({ width: 64, height: 48 });
const here = "192.0.2.1";
const of = ({ id }: { id: string }): Who => ({ userId: id });
const gone = { code: "NOT_FOUND" };

describeEachDatabase("a picture of an own card", (db: () => PrismaClient) => {
  const viewer = async () => of(await createLearner(db()));
  const added = async (who: Who, now = morning) => {
    const taken = await addPicture(who, await red, now);
    if (!taken.ok) throw new Error(taken.error);
    return taken.value.id;
  };
  const cards = (pictureId: string): TypedCard[] => [card("apogee", "the highest point of an orbit", { pictureId, pictureAlternative: pictureId && "An ellipse" }), card("perigee", "the lowest point of an orbit")];
  const save = (who: Who, typed: readonly TypedCard[], setId: string = randomUUID(), revision: number | null = null, now = morning) => saveOwnCards(who, { setId, revision, name: "Orbits", cards: typed }, now);
  const saved = async (...given: Parameters<typeof save>) => {
    const outcome = await save(...given);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
    return outcome.value;
  };
  /** A set with a picture on its first card. */
  const made = async (who: Who) => {
    const id = await added(who);
    const typed = cards(id);
    return { pictureId: id, typed, setId: (await saved(who, typed)).id };
  };
  const kept = async () => (await db().ownPicture.findMany({ orderBy: { createdAt: "asc" } })).map(({ id }) => id);

  it("is of no set and its owner's alone until its card is saved; then it is the set's, in its size", async () => {
    const who = await viewer();
    const id = await added(who);
    expect(await db().ownPicture.findMany()).toMatchObject([{ id, ownerId: who.userId, setId: null, width: 64, height: 48, createdAt: morning }]);
    await expect(findPicture(await viewer(), id)).rejects.toMatchObject(gone);
    expect(Buffer.from(await findPicture(who, id)).subarray(8, 12).toString()).toBe("WEBP");
    const typed = cards(id);
    const set = await saved(who, typed);
    expect(await db().ownPicture.findMany()).toMatchObject([{ id, setId: set.id }]);
    expect(await db().factSet.findUnique({ where: { id: set.id } })).toMatchObject({ ownFacts: { cards: [{ picture: { id, width: 64, height: 48, alternative: "An ellipse" } }, {}] } });
    expect((await findOwnCards(who, set.id)).cards).toEqual(typed);
  });

  it("is looked at by those who may use its set or have its link, for as long as they may, and by nobody else", async () => {
    const { row, teacher, coTeacher, pupil, guest, removed, stranger } = await createClassRoom(db());
    const { pictureId, setId } = await made(of(teacher));
    const may = (who: Who) => findPicture(who, pictureId).then(() => true, (error: AppError) => error.code !== "NOT_FOUND" && error.code);
    const all = () => Promise.all([teacher, coTeacher, pupil, guest, removed, stranger].map((each) => may(of(each))));
    expect(await all()).toEqual([true, false, false, false, false, false]);
    await publishSet(of(teacher), row.id, setId, morning);
    expect(await all()).toEqual([true, true, true, true, false, false]);
    await withdrawSet(of(teacher), row.id, setId, morning);
    const work = await createAssignment(db(), row.id, { setId, isPublished: false });
    expect(await all()).toEqual([true, true, false, false, false, false]);
    await db().assignment.update({ where: { id: work.id }, data: { isPublished: true } });
    expect(await all()).toEqual([true, true, true, true, false, false]);
    await db().assignment.delete({ where: { id: work.id } });
    const { shareCode } = await shareSet(of(teacher), setId, { isRenewed: false });
    expect(await findSharedPicture(shareCode, pictureId)).toHaveProperty("length");
    expect(await may(of(stranger))).toBe(false);
    for (const code of ["", "wrong", "A".repeat(16)]) await expect(findSharedPicture(code, pictureId)).rejects.toMatchObject(gone);
    await stopSharing(of(teacher), setId);
    await expect(findSharedPicture(shareCode, pictureId)).rejects.toMatchObject(gone);
    for (const id of ["", "x", randomUUID(), `${pictureId}'--`]) await expect(findPicture(of(teacher), id)).rejects.toMatchObject(gone);
  });

  it("comes along where another set of the class names its card, and is not opened by that set's own link", async () => {
    const { row, teacher, pupil, stranger } = await createClassRoom(db());
    const { pictureId, setId, typed } = await made(of(teacher));
    const naming = await createSet(of(teacher), { name: "Picked", query: { topics: [], entities: [], facts: [`own.${setId}.${typed[0]!.id}.definition`] as never } }, morning);
    await expect(findPicture(of(pupil), pictureId)).rejects.toMatchObject(gone);
    await publishSet(of(teacher), row.id, naming.id, morning);
    expect(await findPicture(of(pupil), pictureId)).toHaveProperty("length");
    await expect(findPicture(of(stranger), pictureId)).rejects.toMatchObject(gone);
    const { shareCode } = await shareSet(of(teacher), naming.id, { isRenewed: false });
    await expect(findSharedPicture(shareCode, pictureId)).rejects.toMatchObject(gone);
  });

  it("stays with the results of a quiz that asked about it, for who took it and who teaches them", async () => {
    const { row, teacher, coTeacher, pupil, guest } = await createClassRoom(db());
    const { pictureId, setId, typed } = await made(of(teacher));
    const work = await createAssignment(db(), row.id, { plan: quizPlan });
    const attempt = { id: randomUUID(), userId: pupil.id, assignmentId: work.id, setup: {}, contentVersion: "1", timeZone: "UTC", startedAt: morning, closesAt: daysLater(1) };
    const slot = { position: 0, factId: `own.${setId}.${typed[0]!.id}.definition`, itemId: "i", item: {}, optionIds: [] };
    await db().quizAttempt.create({ data: { ...attempt, slots: { create: slot } } });
    await expect(findPicture(of(pupil), pictureId)).rejects.toMatchObject(gone);
    await db().quizAttempt.update({ where: { id: attempt.id }, data: { state: "graded" } });
    for (const each of [pupil, coTeacher]) expect(await findPicture(of(each), pictureId)).toHaveProperty("length");
    await expect(findPicture(of(guest), pictureId)).rejects.toMatchObject(gone);
  });

  it("that only a former state has is its maker's alone", async () => {
    const { row, teacher, pupil } = await createClassRoom(db());
    const { pictureId, setId, typed } = await made(of(teacher));
    await publishSet(of(teacher), row.id, setId, morning);
    const { shareCode } = await shareSet(of(teacher), setId, { isRenewed: false });
    await saved(of(teacher), [{ ...typed[0]!, pictureId: "", pictureAlternative: "" }, typed[1]!], setId, 1);
    await expect(findPicture(of(pupil), pictureId)).rejects.toMatchObject(gone);
    await expect(findSharedPicture(shareCode, pictureId)).rejects.toMatchObject(gone);
    expect(await findPicture(of(teacher), pictureId)).toHaveProperty("length");
    await restoreRevision(of(teacher), setId, { revision: 1, current: 2 }, morning);
    expect(await findPicture(of(pupil), pictureId)).toHaveProperty("length");
  });

  it("stays while any state of the set that is kept has it, and goes with the last", async () => {
    const who = await viewer();
    const { pictureId, setId, typed } = await made(who);
    const without = [{ ...typed[0]!, pictureId: "", pictureAlternative: "" }, typed[1]!];
    await saved(who, without, setId, 1, daysLater(2));
    for (let revision = 2; revision <= revisionsKept; revision++) await saved(who, [without[0]!, { ...typed[1]!, definition: `the lowest point, version ${revision}` }], setId, revision, daysLater(2));
    expect(await kept()).toEqual([pictureId]);
    await saved(who, without, setId, revisionsKept + 1, daysLater(3));
    expect(await kept()).toEqual([]);
  });

  it("that is on no saved card goes after a day, and its card is then refused at its picture", async () => {
    const [who, other] = [await viewer(), await viewer()];
    const [late, held] = [await added(who), (await made(who)).pictureId];
    await added(other, new Date(daysLater(1).getTime()));
    expect(await kept()).toContain(late);
    const fresh = await added(other, new Date(daysLater(1).getTime() + 1));
    expect(await kept()).not.toContain(late);
    expect(await kept()).toEqual(expect.arrayContaining([held, fresh]));
    expect(await save(who, cards(late))).toEqual({ ok: false, error: [{ card: 0, field: "pictureId", code: "picture-gone", value: "" }] });
  });

  it("is not taken from another person or another set", async () => {
    const [who, other] = [await viewer(), await viewer()];
    const { pictureId, setId } = await made(who);
    const unsaved = await added(who);
    for (const id of [pictureId, unsaved]) expect(await save(other, cards(id))).toMatchObject({ ok: false, error: [{ field: "pictureId", code: "picture-gone" }] });
    expect(await save(who, cards(pictureId))).toMatchObject({ ok: false, error: [{ code: "picture-gone" }] });
    expect(await findPictureSizes(other, setId, [pictureId, unsaved])).toEqual(new Map());
    await expect(save(other, cards(unsaved), setId, 1)).rejects.toMatchObject(gone);
    for await (const file of ownPictureFiles(other, [pictureId, unsaved])) expect(file).toBeUndefined();
    expect(await db().ownPicture.findUnique({ where: { id: unsaved } })).toMatchObject({ setId: null, ownerId: who.userId });
  });

  it("is copied with its set, as a picture of the copy's own, also by those who have the link", async () => {
    const [who, other] = [await viewer(), await viewer()];
    const { pictureId, setId } = await made(who);
    const { shareCode } = await shareSet(who, setId, { isRenewed: false });
    expect((await findSharedSet(null, shareCode, here, morning)).contents.cards.first[0]).toMatchObject({ picture: { id: pictureId, alternative: "An ellipse" } });
    const copies = [await copySet(who, setId, { name: "Copy" }, morning), await copySharedSet(other, { code: shareCode, name: "Copy" }, here, morning)];
    await expect(copySet(other, setId, { name: "Copy" }, morning)).rejects.toMatchObject(gone);
    const pictures = await db().ownPicture.findMany({ where: { setId: { in: copies.map(({ id }) => id) } } });
    expect(pictures.map(({ ownerId }) => ownerId).sort()).toEqual([who.userId, other.userId].sort());
    expect(new Set([...pictures.map(({ id }) => id), pictureId]).size).toBe(3);
    await deleteSet(who, setId, morning);
    await expect(findPicture(who, pictureId)).rejects.toMatchObject(gone);
    const copied = (await findOwnCards(other, copies[1]!.id)).cards[0]!;
    expect(Buffer.from(await findPicture(other, copied.pictureId)).subarray(8, 12).toString()).toBe("WEBP");
    await expect(findPicture(who, copied.pictureId)).rejects.toMatchObject(gone);
  });

  it("is refused where there are too many, and where all of them would take too much", async () => {
    const [who, other] = [await viewer(), await viewer()];
    const { setId } = await made(who);
    const { shareCode } = await shareSet(who, setId, { isRenewed: false });
    const row = { ownerId: other.userId, width: 1, height: 1, createdAt: morning, bytes: new Uint8Array(1) };
    await db().ownPicture.createMany({ data: Array.from({ length: ownLimits.pictures }, () => row) });
    expect(await addPicture(other, await red, morning)).toEqual({ ok: false, error: "too-many-unsaved" });
    await db().ownPicture.deleteMany({ where: { ownerId: other.userId } });
    await db().$executeRaw`
      INSERT INTO "OwnPicture" ("id", "ownerId", "bytes", "width", "height", "createdAt")
      SELECT gen_random_uuid(), ${other.userId}::uuid, convert_to(repeat('x', 1000000), 'UTF8'), 1, 1, ${morning}::timestamptz FROM generate_series(1, ${pictureBytesPerUser / 1_000_000}::int)`;
    expect(await addPicture(other, await red, morning)).toEqual({ ok: false, error: "no-room" });
    await expect(copySharedSet(other, { code: shareCode, name: "Copy" }, here, morning)).rejects.toMatchObject({ code: "INVALID" });
    expect(await db().factSet.count({ where: { ownerId: other.userId } })).toBe(0);
    expect(await addPicture(who, await red, morning)).toMatchObject({ ok: true });
    await db().rateLimit.updateMany({ where: { key: `own-pictures-user:${other.userId}` }, data: { count: attemptLimits["own-pictures-user"].limit } });
    await expect(addPicture(other, await red, morning)).rejects.toMatchObject({ code: "RATE_LIMITED" });
    await expect(addPicture({ userId: randomUUID() }, await red, morning)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("goes with a guest into the account, into the file of one's data, and with the account", async () => {
    const guest = await viewer();
    const account = of(await createLearner(db(), { userName: "somebody" }));
    const { pictureId } = await made(guest);
    const unsaved = await added(guest);
    await adoptGuest({ guestId: guest.userId, accountId: account.userId });
    expect(await findPicture(account, unsaved)).toHaveProperty("length");
    const edge = (who: Who) => ({ requireUser: () => Promise.resolve(who), clock: () => morning });
    const file = JSON.parse(await (await getOwnData(new Request("http://localhost:3000/api/account/export"), edge(account))).text()) as { pictures: object[]; pictureFiles: Record<string, string> };
    expect(file.pictures).toHaveLength(2);
    expect(Object.keys(file.pictureFiles).sort()).toEqual([pictureId, unsaved].sort());
    expect(Buffer.from(file.pictureFiles[pictureId]!.replace("data:image/webp;base64,", ""), "base64")).toEqual(Buffer.from(await findPicture(account, pictureId)));
    const others = await getOwnData(new Request("http://localhost:3000/api/account/export"), edge(await viewer()));
    expect(JSON.parse(await others.text())).toMatchObject({ pictures: [], pictureFiles: {} });
    await db().user.update({ where: { id: account.userId }, data: { userName: null } });
    await deleteAccount(account, "", morning);
    expect(await kept()).toEqual([]);
  });

  it("is sent and fetched over HTTP, as data that nothing else can be made of, from this site alone", async () => {
    const { row, teacher, pupil, stranger } = await createClassRoom(db());
    const site = "http://localhost:3000/api/sets/own/pictures";
    const edge = (who: Who | null) => ({ requireUser: () => (who ? Promise.resolve(who) : Promise.reject(new AppError("UNAUTHENTICATED"))), now: () => morning });
    const post = (body: Uint8Array, headers: Record<string, string> = {}) => new Request(site, { method: "POST", body: new Uint8Array(body), headers });
    const file = await red;
    const sent = await postPicture(post(file), edge(of(teacher)));
    const { value } = (await sent.json()) as { value: { id: string } };
    expect([sent.status, value]).toEqual([200, { id: expect.any(String) as string, width: 64, height: 48 }]);
    expect(await (await postPicture(post(new TextEncoder().encode("<svg/>"), { "content-type": "image/png" }), edge(of(teacher)))).json()).toEqual({ ok: false, error: "no-picture" });
    expect((await postPicture(post(file), edge(null))).status).toBe(401);
    expect((await postPicture(post(file, { origin: "https://evil.example" }), edge(of(teacher)))).status).toBe(403);
    expect((await postPicture(post(new Uint8Array(pictureLimits.sentBytes + 1)), edge(of(teacher)))).status).toBe(413);
    expect((await postPicture(post(file, { "content-length": "50000000" }), edge(of(teacher)))).status).toBe(413);

    const set = await saved(of(teacher), cards(value.id));
    await publishSet(of(teacher), row.id, set.id, morning);
    const get = (who: Who | null, headers: Record<string, string> = {}) => getPicture(new Request(`${site}/${value.id}`, { headers }), { params: Promise.resolve({ pictureId: value.id }) }, edge(who));
    const shown = await get(of(pupil), { "sec-fetch-site": "same-origin" });
    expect(Object.fromEntries(shown.headers)).toMatchObject({ "content-type": "image/webp", "x-content-type-options": "nosniff", "cache-control": "private, max-age=3600", vary: "cookie" });
    expect(Buffer.from(await shown.arrayBuffer()).subarray(8, 12).toString()).toBe("WEBP");
    expect((await get(of(stranger))).status).toBe(404);
    expect((await get(null)).status).toBe(401);
    expect((await get(of(pupil), { "sec-fetch-site": "cross-site" })).status).toBe(403);

    const { shareCode } = await shareSet(of(teacher), set.id, { isRenewed: false });
    const shared = (code: string) => getSharedPicture(new Request("http://localhost:3000/"), { params: Promise.resolve({ code, pictureId: value.id }) });
    expect((await shared(shareCode)).headers.get("content-type")).toBe("image/webp");
    expect((await shared("A".repeat(16))).status).toBe(404);
  });

  test.each(["teacher", "co-teacher", "pupil"] as const)("is lent to a %s of a class only while the class is not archived", async (role) => {
    const { row, teacher } = await createClassRoom(db());
    const who = await viewer();
    await addMember(db(), row.id, who.userId, role);
    const { pictureId, setId } = await made(of(teacher));
    await publishSet(of(teacher), row.id, setId, morning);
    expect(await findPicture(who, pictureId)).toHaveProperty("length");
    await db().class.update({ where: { id: row.id }, data: { archivedAt: morning } });
    await expect(findPicture(who, pictureId)).rejects.toMatchObject(gone);
  });
});
