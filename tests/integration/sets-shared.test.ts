import { expect, it, test } from "vitest";
import { attemptLimits } from "@/lib/auth/rate-limit";
import { publishSet, withdrawSet, classSets, setsPerClass } from "@/lib/data/set-class";
import { setsPerUser } from "@/lib/data/set-change";
import { copySet } from "@/lib/data/set-copy";
import { deleteSet } from "@/lib/data/set-delete";
import { setDetails } from "@/lib/data/set-details";
import { copySharedSet, findSharedSet, shareSet, stopSharing } from "@/lib/data/set-share";
import { createSet, findSet, listLentSets, listSets } from "@/lib/data/sets";
import type { PrismaClient } from "@/lib/db/generated/client";
import { createAssignment, createClassRoom } from "@/tests/support/classes";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, morning } from "@/tests/support/factories";

const query = { topics: ["engines"], entities: [], facts: [] };
const card = { id: "00000000-0000-4000-8000-00000000000a", term: "Apogee", definition: "The point of an orbit furthest from the Earth", aliases: [] };
const ownFacts = { cards: [card], tables: [] };
const here = "192.0.2.1";

type Who = { userId: string };
const made = async (who: Who, name = "Engines") => (await createSet(who, { name, query }, morning)).id;

describeEachDatabase("a set shared by link", (db: () => PrismaClient) => {
  const viewer = async () => ({ userId: (await createLearner(db())).id });
  const shared = async (who: Who, id: string) => (await shareSet(who, id, { isRenewed: false })).shareCode;

  it("is seen by everybody who has the code, without the name of its maker", async () => {
    const owner = await viewer();
    const id = await made(owner);
    await db().factSet.update({ where: { id }, data: { ownFacts } });
    const code = await shared(owner, id);
    expect(code).toMatch(/^[\w-]{16}$/);
    const seen = await findSharedSet(null, code, here, morning);
    expect(seen).toMatchObject({ name: "Engines", ownId: null, contents: { topics: ["engines"], cards: { count: 1, first: [{ term: "Apogee" }] } } });
    expect(seen.facts).toBe((await findSet(owner, id, morning)).facts);
    for (const told of [seen, await findSharedSet(await viewer(), code, here, morning)]) expect(JSON.stringify(told)).not.toMatch(new RegExp(`${owner.userId}|${id}`));
    expect(await findSharedSet(owner, code, here, morning)).toMatchObject({ ownId: id });
  });

  it("keeps its code until a new one is asked for, and then opens by that alone", async () => {
    const owner = await viewer();
    const id = await made(owner);
    const code = await shared(owner, id);
    expect(await shared(owner, id)).toBe(code);
    const { shareCode: next } = await shareSet(owner, id, { isRenewed: true });
    expect(next).not.toBe(code);
    await expect(findSharedSet(null, code, here, morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(findSharedSet(null, next, here, morning)).resolves.toMatchObject({ name: "Engines" });
    await stopSharing(owner, id);
    for (const each of [code, next, "", "wrong", "A".repeat(16), "A".repeat(5000)]) {
      await expect(findSharedSet(null, each, here, morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(copySharedSet(owner, { code: each, name: "Copy" }, here, morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    expect(await listSets(owner, morning)).toHaveLength(1);
  });

  it("is copied to another's sets, own cards too, and is not theirs to use before that", async () => {
    const [owner, other] = [await viewer(), await viewer()];
    const id = await made(owner);
    await db().factSet.update({ where: { id }, data: { ownFacts } });
    const code = await shared(owner, id);
    await expect(findSet(other, id, morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const copy = await copySharedSet(other, { code, name: "Mine" }, here, morning);
    expect(await db().factSet.findUnique({ where: { id: copy.id } })).toMatchObject({ ownerId: other.userId, name: "Mine", query, ownFacts, revision: 1, shareCode: null });
    await deleteSet(owner, id, morning);
    expect((await findSet(other, copy.id, morning)).facts).toBeGreaterThan(1);
  });

  it("is asked for so many times from one address, and no more", async () => {
    const { limit } = attemptLimits["shared-set-address"];
    const owner = await viewer();
    const code = await shared(owner, await made(owner));
    await db().rateLimit.create({ data: { key: `shared-set-address:${here}`, count: limit, expiresAt: new Date(morning.getTime() + 60_000) } });
    await expect(findSharedSet(null, code, here, morning)).rejects.toMatchObject({ code: "RATE_LIMITED" });
    await expect(copySharedSet(await viewer(), { code, name: "Copy" }, here, morning)).rejects.toMatchObject({ code: "RATE_LIMITED" });
    await expect(findSharedSet(null, code, "192.0.2.2", morning)).resolves.toHaveProperty("name");
  });

  test.each<[string, (who: Who, id: string) => Promise<unknown>]>([
    ["shareSet", (who, id) => shareSet(who, id, { isRenewed: false })],
    ["shareSet anew", (who, id) => shareSet(who, id, { isRenewed: true })],
    ["stopSharing", stopSharing],
    ["copySet", (who, id) => copySet(who, id, { name: "Copy" }, morning)],
    ["setDetails", setDetails],
    ["deleteSet", (who, id) => deleteSet(who, id, morning)],
  ])("of another is not found by %s, and stays as it is", async (_, call) => {
    const [owner, stranger] = [await viewer(), await viewer()];
    const id = await made(owner);
    await shared(owner, id);
    const before = await db().factSet.findMany();
    for (const setId of [id, "no id at all"]) await expect(call(stranger, setId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await db().factSet.findMany()).toEqual(before);
  });
});

describeEachDatabase("a copy of a set", (db: () => PrismaClient) => {
  const viewer = async () => ({ userId: (await createLearner(db())).id });

  it("is one's own, of what one may use, and stays when the first changes", async () => {
    const room = await createClassRoom(db());
    const [teacher, pupil] = [{ userId: room.teacher.id }, { userId: room.pupil.id }];
    const id = await made(teacher);
    await publishSet(teacher, room.row.id, id, morning);
    const copy = await copySet(pupil, id, { name: "Copy of Engines" }, morning);
    await deleteSet(teacher, id, morning);
    expect(await listSets(pupil, morning)).toEqual([expect.objectContaining({ id: copy.id, name: "Copy of Engines" })]);
  });

  it("counts to those that one can keep", async () => {
    const who = await viewer();
    const id = await made(who);
    const { shareCode } = await shareSet(who, id, { isRenewed: false });
    await db().factSet.createMany({ data: Array.from({ length: setsPerUser - 1 }, (_, i) => ({ ownerId: who.userId, name: `${i}`, query })) });
    await expect(copySet(who, id, { name: "Copy" }, morning)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(copySharedSet(who, { code: shareCode, name: "Copy" }, here, morning)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await db().factSet.count()).toBe(setsPerUser);
  });
});

describeEachDatabase("a set that a class has", (db: () => PrismaClient) => {
  async function lent() {
    const room = await createClassRoom(db());
    const [teacher, coTeacher, pupil, removed] = [room.teacher, room.coTeacher, room.pupil, room.removed].map(({ id }) => ({ userId: id })) as [Who, Who, Who, Who];
    const id = await made(teacher);
    await publishSet(teacher, room.row.id, id, morning);
    return { classId: room.row.id, id, teacher, coTeacher, pupil, removed };
  }
  const changes = (kind: string) => db().classChange.findMany({ where: { kind } });

  it("is there for its pupils to use but not to change, also beside their own", async () => {
    const { classId, id, pupil, removed } = await lent();
    expect(await listLentSets(pupil, morning)).toEqual([expect.objectContaining({ id, name: "Engines", begun: 0, classes: ["Year 9"] })]);
    expect(await listLentSets(removed, morning)).toEqual([]);
    expect(await classSets(pupil, classId)).toEqual({ classId, sets: [{ id, name: "Engines", facts: expect.any(Number) as number, isOwn: false }], offered: null });
    expect(await setDetails(pupil, id)).toMatchObject({ name: "Engines", keeping: null });
    await expect(deleteSet(pupil, id, morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(shareSet(pupil, id, { isRenewed: false })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await db().class.update({ where: { id: classId }, data: { archivedAt: morning } });
    expect(await listLentSets(pupil, morning)).toEqual([]);
    await expect(findSet(pupil, id, morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is given and taken back once, however often that is asked for, and the log says so once", async () => {
    const { classId, id, teacher, coTeacher, pupil } = await lent();
    await Promise.all([publishSet(teacher, classId, id, morning), publishSet(teacher, classId, id, morning)]);
    expect(await changes("set-published")).toMatchObject([{ subjectId: id, about: "Engines", actorId: teacher.userId }]);
    await withdrawSet(coTeacher, classId, id, morning);
    await withdrawSet(coTeacher, classId, id, morning);
    await withdrawSet(coTeacher, classId, "no id at all", morning);
    expect(await changes("set-withdrawn")).toMatchObject([{ subjectId: id, about: "Engines", actorId: coTeacher.userId }]);
    expect(await listLentSets(pupil, morning)).toEqual([]);
    expect((await classSets(teacher, classId)).offered).toEqual([{ id, name: "Engines" }]);
  });

  it("is one of as many as a class can have", async () => {
    const { classId, id, teacher } = await lent();
    const others = Array.from({ length: setsPerClass }, (_, i) => ({ id: `00000000-0000-4000-8000-${String(i).padStart(12, "0")}`, ownerId: teacher.userId, name: `${i}`, query }));
    await db().factSet.createMany({ data: others });
    await db().classSet.createMany({ data: others.slice(1).map((each) => ({ classId, setId: each.id, publishedAt: morning })) });
    await expect(publishSet(teacher, classId, others[0]!.id, morning)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(publishSet(teacher, classId, id, morning)).resolves.toBeUndefined();
  });

  it("is not deleted while work is about it, drafts too; then it goes, and its classes are told", async () => {
    const { classId, id, teacher, pupil } = await lent();
    const work = await createAssignment(db(), classId, { setId: id });
    await createAssignment(db(), classId, { setId: id, isPublished: false });
    expect((await setDetails(teacher, id)).keeping).toMatchObject({ work: 2 });
    await expect(deleteSet(teacher, id, morning)).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("2 pieces of work") as string });
    await db().assignment.delete({ where: { id: work.id } });
    await expect(deleteSet(teacher, id, morning)).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("One piece of work") as string });
    await db().assignment.deleteMany();
    await deleteSet(teacher, id, morning);
    expect(await changes("set-withdrawn")).toMatchObject([{ about: "Engines", actorId: teacher.userId }]);
    expect(await listLentSets(pupil, morning)).toEqual([]);
  });
});
