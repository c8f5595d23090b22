import { randomUUID } from "node:crypto";
import { expect, it, test } from "vitest";
import { getLive, type LiveEdge } from "@/app/api/classes/handlers";
import { liveAssignment } from "@/lib/data/class-live";
import type { PrismaClient, QuizAttempt } from "@/lib/db/generated/client";
import { createAssignment, createClassRoom, type ClassRoom } from "@/tests/support/classes";
import { describeEachDatabase } from "@/tests/support/database";
import { daysLater, morning } from "@/tests/support/factories";

const clock = () => Promise.resolve(morning);

describeEachDatabase("a quiz that is being taken", (db: () => PrismaClient) => {
  const attempt = (userId: string, assignmentId: string, answers: boolean[], data: Partial<QuizAttempt> = {}) => {
    const slots = answers.map((isAnswered, position) => ({ position, factId: "f", itemId: "i", item: {}, ...(isAnswered && { response: { kind: "typed", text: "x" } }) }));
    return db().quizAttempt.create({ data: { id: randomUUID(), userId, setup: {}, assignmentId, contentVersion: "test", timeZone: "UTC", startedAt: morning, closesAt: daysLater(1), ...data, slots: { create: slots } } as never });
  };
  async function begin() {
    const room = await createClassRoom(db());
    return { room, quiz: await createAssignment(db(), room.row.id) };
  }
  const look = ({ teacher }: ClassRoom, assignmentId: string) => liveAssignment({ userId: teacher.id }, assignmentId, clock);

  it("shows who has not begun, how far the others are and what they have, by the latest attempt", async () => {
    const { room, quiz } = await begin();
    await attempt(room.pupil.id, quiz.id, [true, true], { state: "graded", points: 1, mostPoints: 2 });
    await attempt(room.pupil.id, quiz.id, [true, false, false], { startedAt: daysLater(0.1), deadlineAt: daysLater(0.2) });
    const first = await look(room, quiz.id);
    expect(first.atMs).toBe(morning.getTime());
    expect(first.pupils).toHaveLength(2);
    expect(first.pupils).toContainEqual(expect.objectContaining({ userId: room.pupil.id, state: "under-way", attempt: 2, answered: 1, questions: 3, endsAtMs: daysLater(0.2).getTime(), share: null }));
    expect(first.pupils).toContainEqual(expect.objectContaining({ userId: room.guest.id, state: "not-begun", attempt: 0, questions: 0 }));
    await attempt(room.guest.id, quiz.id, [true, true], { state: "graded", points: 1, mostPoints: 2 });
    expect((await look(room, quiz.id)).pupils).toContainEqual(expect.objectContaining({ userId: room.guest.id, state: "handed-in", share: 0.5, endsAtMs: null }));
  });

  it("has a version that changes with an answer and not with the time", async () => {
    const { room, quiz } = await begin();
    const { id } = await attempt(room.pupil.id, quiz.id, [false, false]);
    const { version } = await look(room, quiz.id);
    expect((await liveAssignment({ userId: room.teacher.id }, quiz.id, () => Promise.resolve(daysLater(0.01)))).version).toBe(version);
    await db().quizSlot.update({ where: { attemptId_position: { attemptId: id, position: 1 } }, data: { response: { kind: "typed", text: "x" } } });
    expect((await look(room, quiz.id)).version).not.toBe(version);
  });

  it("does not show whom it is not for, and says who is excused", async () => {
    const { room } = await begin();
    const some = await createAssignment(db(), room.row.id, { isForAll: false });
    await db().assignedWork.create({ data: { assignmentId: some.id, userId: room.guest.id, isChosen: true, isExcused: true } });
    expect((await look(room, some.id)).pupils).toMatchObject([{ userId: room.guest.id, state: "excused" }]);
  });

  test.each<[string, (room: ClassRoom) => { id: string }, string]>([
    ["a stranger", ({ stranger }) => stranger, "NOT_FOUND"],
    ["somebody removed", ({ removed }) => removed, "NOT_FOUND"],
    ["a pupil", ({ pupil }) => pupil, "FORBIDDEN"],
  ])("is not shown to %s", async (_, pick, code) => {
    const { room, quiz } = await begin();
    await expect(liveAssignment({ userId: pick(room).id }, quiz.id, clock)).rejects.toMatchObject({ code });
  });

  it("is not sent again to whoever has it", async () => {
    const { room, quiz } = await begin();
    const edge: LiveEdge = { requireUser: () => Promise.resolve({ userId: room.teacher.id }), clock };
    const ask = (headers = {}) => getLive(new Request("http://localhost/api/classes", { headers }), { params: Promise.resolve({ assignmentId: quiz.id }) }, edge);
    const first = await ask();
    const etag = first.headers.get("etag")!;
    expect(first.status).toBe(200);
    expect(((await first.json()) as { pupils: object[] }).pupils).toHaveLength(2);
    const again = await ask({ "if-none-match": etag });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    await attempt(room.pupil.id, quiz.id, [false]);
    expect((await ask({ "if-none-match": etag })).status).toBe(200);
    expect((await ask({ "sec-fetch-site": "cross-site" })).status).toBe(403);
  });
});
