import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { adoptGuest } from "@/lib/data/adopt-guest";
import { classHead } from "@/lib/data/class-list";
import type { Assignment, PrismaClient } from "@/lib/db/generated/client";
import { addMember, createAccount, createAssignment, createClassRoom } from "@/tests/support/classes";
import { describeEachDatabase } from "@/tests/support/database";
import { daysLater, morning } from "@/tests/support/factories";

describeEachDatabase("a guest's classes in an account", (db: () => PrismaClient) => {
  async function someone() {
    const { row, guest } = await createClassRoom(db());
    const account = await createAccount(db());
    return { row, guestId: guest.id, accountId: account.id, adopt: () => adoptGuest({ guestId: guest.id, accountId: account.id }) };
  }
  const attempt = (userId: string, { id: assignmentId }: Assignment, state = "in_progress") =>
    db().quizAttempt.create({ data: { id: randomUUID(), userId, assignmentId, paperRevision: 1, setup: {}, state, contentVersion: "1", timeZone: "UTC", startedAt: morning, closesAt: daysLater(1) } });

  it("come along with the name, the extra time and the work", async () => {
    const { row, guestId, accountId, adopt } = await someone();
    await db().classMember.updateMany({ where: { userId: guestId }, data: { name: "Mia", timeMultiplier: 1.5 } });
    const assignment = await createAssignment(db(), row.id);
    await db().assignedWork.create({ data: { assignmentId: assignment.id, userId: guestId, isExcused: true } });
    const { id } = await attempt(guestId, assignment);
    await db().classChange.create({ data: { classId: row.id, actorId: guestId, subjectId: guestId, actorName: "Mia", kind: "member-joined", details: {}, at: morning } });
    await adopt();
    expect(await classHead({ userId: accountId }, row.id)).toMatchObject({ role: "pupil" });
    expect(await db().classMember.findFirst({ where: { userId: accountId } })).toMatchObject({ name: "Mia", timeMultiplier: 1.5, joinedAt: morning });
    expect(await db().assignedWork.findFirst()).toMatchObject({ userId: accountId, isExcused: true });
    expect(await db().quizAttempt.findFirst()).toMatchObject({ id, userId: accountId, assignmentId: assignment.id });
    expect(await db().classChange.findFirst()).toMatchObject({ actorId: accountId, subjectId: accountId });
  });

  it("stay the account's where it is in them too, from when the first of both joined", async () => {
    const { row, guestId, accountId, adopt } = await someone();
    await db().classMember.updateMany({ where: { userId: guestId }, data: { name: "guest", joinedAt: daysLater(-3) } });
    await addMember(db(), row.id, accountId, "co-teacher", { name: "Ms Chen" });
    await adopt();
    expect(await db().classMember.findMany({ where: { userId: { in: [guestId, accountId] } } })).toMatchObject([{ userId: accountId, role: "co-teacher", name: "Ms Chen", joinedAt: daysLater(-3), removedAt: null }]);
  });

  it("have the more time of what either was granted, where both are in them", async () => {
    const { row, guestId, accountId, adopt } = await someone();
    await db().classMember.updateMany({ where: { userId: guestId }, data: { timeMultiplier: 1.5, extraAttempts: 1 } });
    await addMember(db(), row.id, accountId, "pupil", { timeMultiplier: 1.25, extraMinutes: 10 });
    await adopt();
    expect(await db().classMember.findFirst({ where: { userId: accountId } })).toMatchObject({ timeMultiplier: 1.5, extraMinutes: 10, hasNoTimeLimit: false, extraAttempts: 1 });
  });

  it("do not open again to an account that was removed", async () => {
    const { row, accountId, adopt } = await someone();
    await addMember(db(), row.id, accountId, "pupil", { removedAt: daysLater(1), joinedAt: daysLater(-5) });
    await adopt();
    await expect(classHead({ userId: accountId }, row.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await db().classMember.findFirst({ where: { userId: accountId } })).toMatchObject({ joinedAt: daysLater(-5) });
  });

  it("have what was decided about the work of either", async () => {
    const { row, guestId, accountId, adopt } = await someone();
    const [first, second] = [await createAssignment(db(), row.id), await createAssignment(db(), row.id)];
    await db().assignedWork.createMany({
      data: [
        { assignmentId: first.id, userId: guestId, isChosen: true, score: 0.5, note: "the guest's", reachedAt: daysLater(1) },
        { assignmentId: first.id, userId: accountId, isExcused: true, score: 0.9, note: "the account's", reachedAt: daysLater(2) },
        { assignmentId: second.id, userId: guestId, score: 0.7, note: "seen on paper" },
        { assignmentId: second.id, userId: accountId, note: "nothing yet", reachedAt: daysLater(2) },
      ],
    });
    await adopt();
    const workOf = ({ id }: Assignment) => db().assignedWork.findMany({ where: { assignmentId: id } });
    expect(await workOf(first)).toMatchObject([{ userId: accountId, isChosen: true, isExcused: true, score: 0.9, note: "the account's", reachedAt: daysLater(1) }]);
    expect(await workOf(second)).toMatchObject([{ userId: accountId, isChosen: false, isExcused: false, score: 0.7, note: "seen on paper", reachedAt: daysLater(2) }]);
  });

  it("keep one open attempt at a piece of work: the account's; the guest's is a quiz of one's own from then on", async () => {
    const { row, guestId, accountId, adopt } = await someone();
    const [first, second] = [await createAssignment(db(), row.id), await createAssignment(db(), row.id)];
    const open = [await attempt(guestId, first), await attempt(accountId, first), await attempt(guestId, second), await attempt(guestId, first, "graded")];
    await adopt();
    const rows = await db().quizAttempt.findMany({ where: { userId: accountId } });
    expect(open.map(({ id }) => rows.find((each) => each.id === id)?.assignmentId)).toEqual([null, first.id, second.id, first.id]);
  });
});
