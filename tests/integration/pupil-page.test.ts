import { expect, it } from "vitest";
import { getPupilFile } from "@/app/classes/[classId]/people/[userId]/answers.csv/handlers";
import { pupilAnswers, pupilAttempt } from "@/lib/data/pupil-answers";
import { pupilPage } from "@/lib/data/pupil-page";
import type { PrismaClient, User } from "@/lib/db/generated/client";
import { keyTextOf } from "@/lib/questions/present";
import { addMember, createAssignment, createClassRoom, quizPlan } from "@/tests/support/classes";
import { describeEachDatabase } from "@/tests/support/database";
import { daysLater, morning, rightResponse, wrongResponse } from "@/tests/support/factories";
import { itemOfForm } from "@/tests/support/items";
import { createTaken, namingItem } from "@/tests/support/taken-quizzes";

const [choice, typed] = [namingItem(), itemOfForm("short-answer")];
const now = daysLater(7);
const of = ({ id }: { id: string }) => ({ userId: id });

describeEachDatabase("a pupil's page", (db: () => PrismaClient) => {
  /** A quiz whose answers pupils are never shown, taken twice; and one of another class, taken once. */
  async function begin() {
    const [room, other] = [await createClassRoom(db()), await createClassRoom(db())];
    const quiz = await createAssignment(db(), room.row.id, { plan: { ...quizPlan, shows: "never" } as typeof quizPlan, dueAt: daysLater(2) });
    const elsewhere = await createAssignment(db(), other.row.id, { title: "Elsewhere" });
    await addMember(db(), other.row.id, room.pupil.id, "pupil");
    const first = await createTaken(db(), quiz.id, room.pupil.id, [{ item: choice, response: wrongResponse(choice) }, { item: typed }]);
    const second = await createTaken(db(), quiz.id, room.pupil.id, [{ item: choice, response: rightResponse(choice), score: 1 }, { item: typed, response: { kind: "typed", text: "=SUM(1)" } }], { startedAt: daysLater(1), closedAt: daysLater(1) });
    const away = await createTaken(db(), elsewhere.id, room.pupil.id, [{ item: choice, response: rightResponse(choice), score: 1 }]);
    return { room, other, quiz, first, second, away };
  }

  it("shows the work of this class with what counts, and nothing of another", async () => {
    const { room, quiz, first, second } = await begin();
    await createAssignment(db(), room.row.id, { title: "Draft", isPublished: false });
    const page = await pupilPage(of(room.teacher), room.row.id, room.pupil.id, now);
    expect(page).toMatchObject({ userId: room.pupil.id, leftAt: null, average: 0.5 });
    expect(page.work.map(({ id }) => id)).toEqual([quiz.id]);
    expect(page.work[0]).toMatchObject({ cell: { status: "done", share: 0.5, attempts: 2 }, attempts: [{ id: first.id, number: 1, share: 0 }, { id: second.id, number: 2, share: 0.5 }] });
    expect(JSON.stringify(page)).not.toContain("Elsewhere");
  });

  it("opens an attempt with what was answered and what is right, where the pupil may not see it too", async () => {
    const { room, second } = await begin();
    const { attempt, faces } = await pupilAttempt(of(room.coTeacher), room.row.id, room.pupil.id, second.id);
    expect(attempt).toMatchObject({ number: 2, points: 1, mostPoints: 2, share: 0.5, title: "Rockets" });
    expect(attempt.answers).toMatchObject([
      { number: 1, question: choice.stem, given: keyTextOf(choice), answer: keyTextOf(choice), outcome: "right", points: 1 },
      { number: 2, question: typed.stem, given: "=SUM(1)", answer: keyTextOf(typed), outcome: "wrong", points: 0 },
    ]);
    expect(faces[0]!.options).toEqual(choice.options.map(({ text }) => text));
  });

  it("gives all answers in this class, the earliest first, and of no other", async () => {
    const { room, first, second } = await begin();
    const { attempts } = await pupilAnswers(of(room.teacher), room.row.id, room.pupil.id);
    expect(attempts.map(({ id, number }) => [id, number])).toEqual([[first.id, 1], [second.id, 2]]);
    expect(attempts[0]!.answers.map(({ outcome, given }) => [outcome, given === null])).toEqual([["wrong", false], ["blank", true]]);
  });

  it("writes them into a file that a spreadsheet does not run, for those who teach the class", async () => {
    const { room } = await begin();
    const words = () => Promise.resolve({ head: ["Assignment"], form: (form: string) => form, outcome: (outcome: string) => outcome, leftOut: "left out" });
    const fetchAs = (who: User) =>
      getPupilFile(new Request("http://localhost:3000/answers.csv"), { params: Promise.resolve({ classId: room.row.id, userId: room.pupil.id }) }, { requireUser: () => Promise.resolve(of(who)), words });
    const response = await fetchAs(room.teacher);
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const lines = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await response.arrayBuffer()).split("\r\n");
    expect(lines[0]).toBe("\uFEFFAssignment");
    expect(lines.filter((line) => line.startsWith("Rockets,"))).toHaveLength(4);
    expect(lines[4]).toContain(",'=SUM(1),");
    expect(lines[4]).toMatch(/,wrong,0,1,3$/);
    expect([(await fetchAs(room.pupil)).status, (await fetchAs(room.stranger)).status]).toEqual([403, 404]);
  });

  it("keeps former pupils, with what they did", async () => {
    const { room, quiz } = await begin();
    const taken = await createTaken(db(), quiz.id, room.removed.id, [{ item: choice, response: rightResponse(choice), score: 1 }]);
    expect(await pupilPage(of(room.teacher), room.row.id, room.removed.id, now)).toMatchObject({ leftAt: morning, work: [{ attempts: [{ id: taken.id }] }] });
    expect((await pupilAttempt(of(room.teacher), room.row.id, room.removed.id, taken.id)).attempt.share).toBe(1);
  });

  it("shows no attempt that is another's, of another class, or still under way", async () => {
    const { room, quiz, first, away } = await begin();
    const running = await createTaken(db(), quiz.id, room.guest.id, [{ item: choice }], { state: "in_progress", closedAt: null });
    const open = (userId: string, attemptId: string) => pupilAttempt(of(room.teacher), room.row.id, userId, attemptId);
    for (const [userId, attemptId] of [[room.pupil.id, away.id], [room.guest.id, first.id], [room.guest.id, running.id], [room.pupil.id, "no-id"]]) await expect(open(userId!, attemptId!)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await pupilAnswers(of(room.teacher), room.row.id, room.guest.id)).attempts).toEqual([]);
  });

  it("is for those who teach the class, and of its pupils only", async () => {
    const { room, other, first } = await begin();
    const asks = [
      (who: User, whom = room.pupil.id) => pupilPage(of(who), room.row.id, whom, now),
      (who: User, whom = room.pupil.id) => pupilAnswers(of(who), room.row.id, whom),
      (who: User, whom = room.pupil.id) => pupilAttempt(of(who), room.row.id, whom, first.id),
    ];
    for (const ask of asks) {
      for (const who of [room.stranger, room.removed, other.teacher]) await expect(ask(who)).rejects.toMatchObject({ code: "NOT_FOUND" });
      for (const who of [room.pupil, room.guest]) await expect(ask(who)).rejects.toMatchObject({ code: "FORBIDDEN" });
      for (const whom of [other.pupil.id, room.coTeacher.id, room.stranger.id, "no-id"]) await expect(ask(room.teacher, whom)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });
});
