import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { publishAssignment } from "@/lib/data/assignment-publish";
import { startAssigned } from "@/lib/data/assignment-start";
import { changeAccommodations, listAccommodations } from "@/lib/data/class-accommodations";
import { classHead } from "@/lib/data/class-list";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { MemberTime } from "@/lib/quiz/extra-time";
import { createAssignment, createClassRoom } from "@/tests/support/classes";
import { describeEachDatabase } from "@/tests/support/database";
import { morning } from "@/tests/support/factories";

const as = ({ id }: { id: string }) => ({ userId: id });
const msAfter = (ms: number) => new Date(morning.getTime() + ms);
const clockAt = (ms: number) => () => Promise.resolve(msAfter(ms));
const minute = 60_000;
const usual: MemberTime = { timeMultiplier: 1, extraMinutes: 0, hasNoTimeLimit: false, extraAttempts: 0 };
const longer: MemberTime = { timeMultiplier: 1.5, extraMinutes: 2, hasNoTimeLimit: false, extraAttempts: 1 };

describeEachDatabase("extra time for a pupil", (db: () => PrismaClient) => {
  const room = () => createClassRoom(db());
  const begun = async () => {
    const made = await room();
    const { id } = await createAssignment(db(), made.row.id, { isPublished: false });
    await publishAssignment(as(made.teacher), id, morning);
    const { attemptId } = await startAssigned(as(made.pupil), id, { attemptId: randomUUID() }, clockAt(0));
    return { ...made, attemptId };
  };

  it("holds at once, in a quiz under way too, and is written down", async () => {
    const { row, coTeacher, pupil, attemptId } = await begun();
    const deadline = async () => (await db().quizAttempt.findUniqueOrThrow({ where: { id: attemptId } })).deadlineAt;
    expect(await deadline()).toEqual(msAfter(10 * minute));
    await changeAccommodations(as(coTeacher), row.id, pupil.id, longer, clockAt(minute));
    expect(await deadline()).toEqual(msAfter(17 * minute));
    await changeAccommodations(as(coTeacher), row.id, pupil.id, { ...usual, hasNoTimeLimit: true }, clockAt(2 * minute));
    expect(await deadline()).toBeNull();
    const [first, second] = await db().classChange.findMany({ where: { kind: "accommodation-changed" }, orderBy: { at: "asc" } });
    expect(first).toMatchObject({ actorId: coTeacher.id, subjectId: pupil.id, details: { before: usual, after: longer }, at: msAfter(minute) });
    expect(second).toMatchObject({ details: { before: longer, after: { hasNoTimeLimit: true } } });
  });

  it("is the time of the class only, and changes nothing where it is what it was", async () => {
    const { row, teacher, pupil } = await room();
    await changeAccommodations(as(teacher), row.id, pupil.id, usual, clockAt(0));
    expect(await db().classChange.count()).toBe(0);
    await changeAccommodations(as(teacher), row.id, pupil.id, longer, clockAt(0));
    expect(await db().user.findUnique({ where: { id: pupil.id } })).toEqual(pupil);
    const listed = await listAccommodations(as(teacher), row.id);
    expect(listed.get(pupil.id)).toEqual(longer);
    expect([...listed.values()].filter((time) => time.extraAttempts > 0)).toHaveLength(1);
  });

  it("is seen and given by those who teach the class only, not even by the pupil who has it", async () => {
    const { row, teacher, pupil, guest, removed, stranger } = await room();
    await changeAccommodations(as(teacher), row.id, pupil.id, longer, clockAt(0));
    for (const [who, code] of [[pupil, "FORBIDDEN"], [guest, "FORBIDDEN"], [removed, "NOT_FOUND"], [stranger, "NOT_FOUND"]] as const) {
      await expect(changeAccommodations(as(who), row.id, pupil.id, usual, clockAt(0))).rejects.toMatchObject({ code });
      await expect(listAccommodations(as(who), row.id)).rejects.toMatchObject({ code });
    }
    expect(JSON.stringify(await classHead(as(pupil), row.id))).not.toContain("1.5");
    expect((await listAccommodations(as(teacher), row.id)).get(pupil.id)).toEqual(longer);
  });

  it("is for pupils of the class", async () => {
    const { row, teacher, coTeacher, removed, stranger } = await room();
    for (const id of [teacher.id, coTeacher.id]) await expect(changeAccommodations(as(teacher), row.id, id, longer, clockAt(0))).rejects.toMatchObject({ code: "CONFLICT" });
    for (const id of [removed.id, stranger.id, "nobody"]) await expect(changeAccommodations(as(teacher), row.id, id, longer, clockAt(0))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
