import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { postAssignedStart, type QuizEdge } from "@/app/api/quiz/handlers";
import { publishAssignment, withdrawAssignment } from "@/lib/data/assignment-publish";
import type { AssignmentPlan } from "@/lib/data/assignment-plan";
import { startAssigned } from "@/lib/data/assignment-start";
import { changeAssignment } from "@/lib/data/assignment-write";
import { accommodate, accommodateMember } from "@/lib/data/quiz-accommodation";
import { quizStatus } from "@/lib/data/quiz-running";
import { startQuiz } from "@/lib/data/quiz-start";
import { submitQuiz } from "@/lib/data/quiz-submit";
import { inTransaction } from "@/lib/data/transaction";
import type { Assignment, PrismaClient } from "@/lib/db/generated/client";
import type { Item } from "@/lib/questions/item";
import { usualSetup } from "@/lib/quiz/quiz-setup";
import { AppError } from "@/lib/shared/app-error";
import { addMember, createAccount, createAssignment, createClassRoom, quizPlan, type ClassRoom } from "@/tests/support/classes";
import { describeEachDatabase } from "@/tests/support/database";
import { morning } from "@/tests/support/factories";
import { clockAt, createAttempt, msAfter, quizSnapshot } from "@/tests/support/quizzes";

const clock = clockAt(0);
const minutes = (count: number) => count * 60_000;
const engines = { ...usualSetup, count: 5, scope: { kind: "topics" as const, topics: ["engines"] } };
const plan = (more: object = {}) => ({ ...quizPlan, setup: engines, ...more }) as AssignmentPlan;

describeEachDatabase("starting an assigned quiz", (db: () => PrismaClient) => {
  async function given(data: Partial<Omit<Assignment, "plan">> & { plan?: AssignmentPlan } = {}): Promise<{ room: ClassRoom; id: string; teacher: { userId: string }; pupil: { userId: string } }> {
    const room = await createClassRoom(db());
    const { id } = await createAssignment(db(), room.row.id, { plan: plan(), isPublished: false, ...data });
    const teacher = { userId: room.teacher.id };
    await publishAssignment(teacher, id, new Date(Math.min(morning.getTime(), (data.opensAt ?? morning).getTime())));
    return { room, id, teacher, pupil: { userId: room.pupil.id } };
  }
  const start = (viewer: { userId: string }, assignmentId: string, atMs = 0, attemptId: string = randomUUID()) => startAssigned(viewer, assignmentId, { attemptId }, clockAt(atMs));
  const attemptOf = (id: string) => db().quizAttempt.findUniqueOrThrow({ where: { id } });
  const itemsOf = async (attemptId: string) => (await db().quizSlot.findMany({ where: { attemptId }, orderBy: { position: "asc" } })).map(({ item }) => item as unknown as Item);

  it("gives every pupil, guests too, the paper that was made when it was published", async () => {
    const { room, id, pupil } = await given();
    const guest = { userId: room.guest.id };
    const [first, second] = [await start(pupil, id), await start(guest, id)];
    expect(first.count).toBe(5);
    expect(await itemsOf(first.attemptId)).toEqual(await itemsOf(second.attemptId));
    expect(await attemptOf(first.attemptId)).toMatchObject({ assignmentId: id, paperRevision: 1, state: "in_progress", deadlineAt: msAfter(600_000), closesAt: msAfter(630_000) });
  });

  it.each(["stranger", "removed"] as const)("tells a %s that there is no such assignment", async (who) => {
    const { room, id } = await given();
    await expect(start({ userId: room[who].id }, id)).rejects.toMatchObject({ code: "NOT_FOUND", message: "There is no such assignment." });
    expect(await db().quizAttempt.count({ where: { assignmentId: id } })).toBe(0);
  });

  it("is not for teachers, nor for a pupil who was not chosen, and nobody begins what is withdrawn or of an archived class", async () => {
    const { room, id, teacher, pupil } = await given();
    await expect(start(teacher, id)).rejects.toMatchObject({ code: "FORBIDDEN", message: expect.stringContaining("You teach this class") as unknown });
    await expect(start({ userId: room.coTeacher.id }, id)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await db().assignment.update({ where: { id }, data: { isForAll: false, work: { create: { userId: room.guest.id, isChosen: true } } } });
    await expect(start(pupil, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(start({ userId: room.guest.id }, id)).resolves.toHaveProperty("count", 5);
    await withdrawAssignment(teacher, id, morning);
    await expect(start({ userId: room.guest.id }, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await publishAssignment(teacher, id, morning);
    await db().class.update({ where: { id: room.row.id }, data: { archivedAt: morning } });
    await expect(start({ userId: room.guest.id }, id)).rejects.toMatchObject({ code: "CONFLICT" });
    for (const other of ["nothing", randomUUID()]) await expect(start(pupil, other)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is begun within its window only", async () => {
    const { id, pupil } = await given({ opensAt: msAfter(1000), dueAt: msAfter(minutes(5)), closesAt: msAfter(minutes(8)) });
    await expect(start(pupil, id, 999)).rejects.toMatchObject({ code: "CONFLICT", message: "This quiz is not open yet." });
    await expect(start(pupil, id, minutes(8))).rejects.toMatchObject({ code: "CONFLICT", message: "This quiz is closed." });
    const { attemptId } = await start(pupil, id, minutes(6));
    expect(await attemptOf(attemptId)).toMatchObject({ deadlineAt: msAfter(minutes(8)), closesAt: msAfter(minutes(8) + 30_000) });
  });

  it("is done once, however often and from however many devices it is asked for at once", async () => {
    const { id, pupil } = await given();
    const ids = [randomUUID(), randomUUID(), randomUUID()];
    const started = await Promise.all([...ids, ids[0]!].map((attemptId) => start(pupil, id, 0, attemptId)));
    expect(new Set(started.map(({ attemptId }) => attemptId)).size).toBe(1);
    const before = await quizSnapshot(db());
    expect(await start(pupil, id, 1000, started[0]!.attemptId)).toEqual(started[0]);
    expect(await start(pupil, id, 1000)).toEqual(started[0]);
    expect(await quizSnapshot(db())).toBe(before);
  });

  it("is begun by a class of thirty at once, each with an attempt and one paper", async () => {
    const { room, id } = await given({ plan: plan({ setup: { ...engines, count: 20 } }) });
    const pupils = [];
    for (let i = 0; i < 30; i++) {
      const { id: userId } = await createAccount(db());
      await addMember(db(), room.row.id, userId, "pupil");
      pupils.push({ userId });
    }
    const started = await Promise.all(pupils.map((pupil) => start(pupil, id)));
    expect(started.map(({ count }) => count)).toEqual(Array(30).fill(20));
    expect(await db().quizAttempt.count({ where: { assignmentId: id, state: "in_progress" } })).toBe(30);
    expect(await db().assignmentPaper.count({ where: { assignmentId: id } })).toBe(1);
    expect(await db().quizSlot.groupBy({ by: ["itemId"], where: { attempt: { assignmentId: id } } })).toHaveLength(20);
  });

  it("gives the attempt that was begun, also after it was handed in, to whoever repeats the start, and nobody else's", async () => {
    const { room, id, pupil } = await given();
    const { attemptId } = await start(pupil, id);
    await submitQuiz(pupil, attemptId, randomUUID(), clockAt(1000));
    expect(await start(pupil, id, 2000, attemptId)).toEqual({ attemptId, count: 5 });
    await expect(start({ userId: room.guest.id }, id, 0, attemptId)).rejects.toMatchObject({ code: "CONFLICT" });
    const own = await createAttempt(db(), room.guest.id);
    await expect(start({ userId: room.guest.id }, id, 0, own.attemptId)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("allows as many attempts as were given, and more to a member who has more", async () => {
    const { room, id, pupil } = await given();
    const first = await start(pupil, id);
    await submitQuiz(pupil, first.attemptId, randomUUID(), clockAt(1000));
    await expect(start(pupil, id, 2000)).rejects.toMatchObject({ code: "CONFLICT", message: "You have no attempt left at this quiz." });
    await db().classMember.update({ where: { classId_userId: { classId: room.row.id, userId: pupil.userId } }, data: { extraAttempts: 1 } });
    expect((await start(pupil, id, 2000)).attemptId).not.toBe(first.attemptId);
  });

  it("closes an attempt whose time was up before it begins another", async () => {
    const { id, pupil } = await given({ plan: plan({ attempts: 2 }) });
    const first = await start(pupil, id);
    const second = await start(pupil, id, minutes(11));
    expect(second.attemptId).not.toBe(first.attemptId);
    expect(await attemptOf(first.attemptId)).toMatchObject({ state: "abandoned", closedAt: msAfter(600_000) });
  });

  it("takes the class's extra time and not one's own", async () => {
    const { room, id } = await given();
    const slow = await createAccount(db(), { timeMultiplier: 2, extraMinutes: 30 });
    await addMember(db(), room.row.id, slow.id, "pupil", { timeMultiplier: 1.5, extraMinutes: 5 });
    const { attemptId } = await start({ userId: slow.id }, id);
    expect(await attemptOf(attemptId)).toMatchObject({ deadlineAt: msAfter(minutes(20)), timeMultiplier: 1.5, extraMs: minutes(5) });
    await inTransaction((tx) => accommodate(tx, slow.id, { timeMultiplier: 1, extraMinutes: 0, hasNoTimeLimit: true }, clockAt(1000)));
    expect(await attemptOf(attemptId)).toMatchObject({ deadlineAt: msAfter(minutes(20)) });
  });

  it("lengthens an attempt under way at once when its pupil is granted more time, but never beyond the window, and nobody else's", async () => {
    const { room, id, pupil } = await given({ closesAt: msAfter(minutes(18)) });
    const [mine, others] = [await start(pupil, id), await start({ userId: room.guest.id }, id)];
    const own = await startQuiz(pupil, { attemptId: randomUUID(), setup: engines }, clock);
    await inTransaction((tx) => accommodateMember(tx, room.row.id, pupil.userId, { timeMultiplier: 1.5, extraMinutes: 0, hasNoTimeLimit: false }, clockAt(1000)));
    expect(await quizStatus(pupil, mine.attemptId, undefined, clockAt(0))).toMatchObject({ clock: { leftMs: minutes(15) } });
    await inTransaction((tx) => accommodateMember(tx, room.row.id, pupil.userId, { timeMultiplier: 1, extraMinutes: 0, hasNoTimeLimit: true }, clockAt(1000)));
    expect(await attemptOf(mine.attemptId)).toMatchObject({ deadlineAt: msAfter(minutes(18)), isUnlimited: true });
    for (const { attemptId } of [others, own]) expect(await attemptOf(attemptId)).toMatchObject({ deadlineAt: msAfter(minutes(10)) });
  });

  it("is started through the interface, which tells nothing of the questions and takes no other site's word", async () => {
    const { id, pupil } = await given();
    const attemptId = randomUUID();
    const edge = (requireUser: QuizEdge["requireUser"]): QuizEdge => ({ clock, requireUser });
    const context = (assignmentId: string) => ({ params: Promise.resolve({ assignmentId }) });
    const request = (body: object, headers = {}) => new Request("http://localhost:3000/api/quiz/assignments/x/attempts", { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json", ...headers } });
    const asPupil = edge(() => Promise.resolve(pupil));
    const started = await postAssignedStart(request({ attemptId, timeZone: "Asia/Shanghai" }), context(id), asPupil);
    expect([started.status, await started.json()]).toEqual([200, { attemptId, count: 5 }]);
    const statuses = await Promise.all([
      postAssignedStart(request({ attemptId: "x" }), context(id), asPupil),
      postAssignedStart(request({ attemptId, setup: engines }), context(id), asPupil),
      postAssignedStart(request({ attemptId }), context("x"), asPupil),
      postAssignedStart(request({ attemptId }, { "sec-fetch-site": "cross-site", origin: "https://elsewhere.example" }), context(id), asPupil),
      postAssignedStart(request({ attemptId }), context(id), edge(() => Promise.reject(new AppError("UNAUTHENTICATED")))),
    ].map(async (response) => (await response).status));
    expect(statuses).toEqual([400, 400, 404, 403, 401]);
  });

  it("puts questions and options in an order of each attempt's own where that was chosen", async () => {
    const { room, id, pupil } = await given({ plan: plan({ isShuffled: true, setup: { ...engines, count: 20, forms: ["multiple-choice"] } }) });
    const [mine, others] = [await itemsOf((await start(pupil, id)).attemptId), await itemsOf((await start({ userId: room.guest.id }, id)).attemptId)];
    const ids = (items: Item[]) => items.map((item) => item.id);
    expect(ids(mine)).not.toEqual(ids(others));
    expect([...ids(mine)].sort()).toEqual([...ids(others)].sort());
    const keyText = ({ options, key }: Item) => options[(key as number[])[0]!]!.text;
    for (const item of mine) expect(keyText(item)).toBe(keyText(others.find((other) => other.id === item.id)!));
  });

  it("keeps the former questions for those who have begun, and gives new ones to the next", async () => {
    const { room, id, teacher, pupil } = await given();
    const first = await start(pupil, id);
    const before = await itemsOf(first.attemptId);
    const input = { title: "Rockets", instructions: "", plan: plan({ setup: { ...engines, count: 8 } }), opensAt: null, dueAt: null, closesAt: null, isForAll: true, chosen: [] };
    const { consequences } = await changeAssignment(teacher, id, input, clockAt(1000));
    expect(consequences).toEqual([{ code: "keep-former-questions", count: 1 }]);
    expect(await itemsOf(first.attemptId)).toEqual(before);
    const second = await start({ userId: room.guest.id }, id, 2000);
    expect(second.count).toBe(8);
    expect(await attemptOf(second.attemptId)).toMatchObject({ paperRevision: 2 });
  });
});
