import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { hashPassword } from "@/lib/auth/passwords";
import { getOwnData } from "@/app/api/account/export/handlers";
import { answerCard } from "@/lib/data/answers";
import { publishAssignment } from "@/lib/data/assignment-publish";
import { startAssigned } from "@/lib/data/assignment-start";
import { makeAccounts } from "@/lib/data/class-accounts";
import { renameMember } from "@/lib/data/class-members";
import { deleteAccount } from "@/lib/data/delete-account";
import { classesWithoutViewer, exportOwnData } from "@/lib/data/own-data";
import { openCards } from "@/lib/data/study";
import { submitQuiz } from "@/lib/data/quiz-submit";
import type { PrismaClient } from "@/lib/db/generated/client";
import { AppError } from "@/lib/shared/app-error";
import { addMember, createAccount, createAssignment, createClassRoom, quizPlan } from "@/tests/support/classes";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, givenAnswer, itemOf, morning, rightResponse } from "@/tests/support/factories";
import { clockAt } from "@/tests/support/quizzes";

const as = ({ id }: { id: string }) => ({ userId: id });
const password = "correct horse";

/** Every row of every table, as text, so that nothing of somebody can hide. */
async function everything(db: PrismaClient): Promise<Map<string, string>> {
  const tables = await db.$queryRaw<{ name: string }[]>`SELECT tablename AS "name" FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`;
  const texts = new Map<string, string>();
  for (const { name } of tables) texts.set(name, JSON.stringify(await db.$queryRawUnsafe(`SELECT to_jsonb(t)::text AS "row" FROM "${name}" t`)));
  return texts;
}

describeEachDatabase("a person's data", (db: () => PrismaClient) => {
  /** A pupil called Rosalind, who has something in every table that is about learners and classes. */
  const room = async (plan = quizPlan) => {
    const made = await createClassRoom(db());
    const { row, teacher, pupil } = made;
    const passwordHash = await hashPassword(password);
    await db().user.updateMany({ data: { passwordHash }, where: { userName: { not: null } } });
    await renameMember(as(teacher), row.id, pupil.id, "Rosalind", morning);
    await db().classMember.updateMany({ where: { userId: pupil.id }, data: { extraMinutes: 7 } });
    const { cards } = await openCards(as(pupil), { count: 2, holding: [], now: morning });
    for (const { presentationId } of cards) await answerCard(as(pupil), givenAnswer(presentationId, rightResponse(await itemOf(db(), presentationId))), morning);
    await db().factChoice.create({ data: { userId: pupil.id, factId: cards[0]!.factId, mnemonic: "Rosalind's own words" } });
    const set = await db().factSet.create({ data: { ownerId: pupil.id, name: "Rosalind's set", query: {} } });
    await db().examPlan.create({ data: { userId: pupil.id, setId: set.id, examOn: "2027-01-01", goal: 0.9 } });
    const assignment = await createAssignment(db(), row.id, { plan, isPublished: false, title: "Engines" });
    await publishAssignment(as(teacher), assignment.id, morning);
    const { attemptId } = await startAssigned(as(pupil), assignment.id, { attemptId: randomUUID() }, clockAt(0));
    await submitQuiz(as(pupil), attemptId, randomUUID(), clockAt(60_000));
    await db().assignedWork.create({ data: { assignmentId: assignment.id, userId: pupil.id, score: 0.5, note: "Was ill" } });
    return { ...made, attemptId, assignment, set };
  };

  it("is exported whole: account, sets, quizzes, classes and what teachers noted of their work; of nobody else, and no password", async () => {
    const { row, pupil, teacher, attemptId, assignment } = await room();
    const data = await exportOwnData(as(pupil), morning);
    expect(data).toMatchObject({
      account: { userName: pupil.userName, desiredRetention: 0.9 },
      factChoices: [{ mnemonic: "Rosalind's own words" }],
      sets: [{ name: "Rosalind's set", revisions: [] }],
      examPlans: [{ examOn: "2027-01-01" }],
      quizzes: [{ id: attemptId, state: "graded", answers: [{ position: 0, question: expect.any(String), points: 0 }, {}, {}, {}, {}] }],
      classes: [{ name: "Rosalind", role: "pupil", extraMinutes: 7, class: { id: row.id, name: "Year 9" } }],
      assignedWork: [{ title: "Engines", score: 0.5, note: "Was ill" }],
    });
    expect(data.memory).toHaveLength(2);
    const text = JSON.stringify(data);
    for (const foreign of [teacher.id, teacher.userName!, "argon2"]) expect(text).not.toContain(foreign);
    expect(await exportOwnData(as(teacher), morning)).toMatchObject({ factChoices: [], memory: [], sets: [], quizzes: [], assignedWork: [], classes: [{ role: "teacher" }] });
    expect(JSON.stringify(await exportOwnData(as(teacher), morning))).not.toContain(assignment.id);
  });

  it("comes as one file by its address, also to guests, with class records and facts of their own; only to themselves, from this site, and not too often", async () => {
    const { pupil, guest, row, set, attemptId } = await room();
    const ownFacts = { cards: [{ term: "Rosalind's rocket" }] };
    await db().factSet.update({ where: { id: set.id }, data: { ownFacts } });
    const ask = (who: { id: string } | null, headers: Record<string, string> = {}) =>
      getOwnData(new Request("https://hangtian.example/api/account/export", { headers }), {
        requireUser: () => (who ? Promise.resolve(as(who)) : Promise.reject(new AppError("UNAUTHENTICATED", "Please sign in."))),
        clock: () => morning,
      });
    const file = await ask(pupil, { "sec-fetch-site": "same-origin" });
    expect(file.status).toBe(200);
    expect(Object.fromEntries(file.headers)).toMatchObject({ "content-type": "application/json", "cache-control": "private, no-store", "content-disposition": 'attachment; filename="hangtian-account-2026-11-23.json"' });
    const text = await file.text();
    expect(JSON.parse(text)).toMatchObject({ sets: [{ ownFacts }], quizzes: [{ id: attemptId }], classes: [{ class: { id: row.id } }], assignedWork: [{ note: "Was ill" }] });
    expect(Buffer.byteLength(text)).toBeLessThan(50_000);
    const others = await (await ask(guest)).text();
    expect(JSON.parse(others)).toMatchObject({ account: { userName: null }, sets: [], classes: [{ role: "pupil" }] });
    for (const trace of [pupil.id, "Rosalind", attemptId, "Was ill"]) expect(others).not.toContain(trace);
    expect((await ask(null)).status).toBe(401);
    const foreign: Record<string, string>[] = [{ "sec-fetch-site": "cross-site" }, { origin: "https://elsewhere.example" }];
    for (const headers of foreign) expect((await ask(pupil, headers)).status).toBe(403);
    const statuses = [];
    for (let i = 0; i < 100 && statuses.at(-1) !== 429; i++) statuses.push((await ask(guest)).status);
    expect(statuses.at(-1)).toBe(429);
    expect((await ask(pupil)).status).toBe(200);
  });

  it("does not tell what a class keeps for now, nor the title of a draft", async () => {
    const { pupil, assignment } = await room({ ...quizPlan, shows: "never" } as typeof quizPlan);
    const slots = await db().quizSlot.findMany();
    await db().quizSlot.updateMany({ data: { verdict: "wrong-and-kept" } });
    const { quizzes } = await exportOwnData(as(pupil), morning);
    expect(quizzes[0]!.answers).toHaveLength(slots.length);
    for (const answer of quizzes[0]!.answers) expect(Object.keys(answer)).not.toContain("verdict");
    await db().assignment.update({ where: { id: assignment.id }, data: { isPublished: false } });
    expect((await exportOwnData(as(pupil), morning)).assignedWork).toMatchObject([{ title: null }]);
  });

  it("is not there for somebody who is gone", async () => {
    await expect(exportOwnData({ userId: randomUUID() }, morning)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(deleteAccount({ userId: randomUUID() }, password, morning)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("is deleted without a trace of who it was: no id, no name, in no table", async () => {
    const { pupil, teacher, row, assignment } = await room();
    await db().classChange.create({ data: { classId: row.id, actorId: teacher.id, actorName: "Ms Chen", kind: "score-overridden", subjectId: pupil.id, about: "Rosalind: Engines", details: { from: 0, to: 0.5, note: "Rosalind was ill" }, at: morning } });
    await db().classChange.create({ data: { classId: row.id, actorId: pupil.id, actorName: "Rosalind", kind: "member-joined", subjectId: pupil.id, about: "Rosalind", details: {}, at: morning } });
    const changes = await db().classChange.count();
    await deleteAccount(as(pupil), password, morning);
    for (const [name, text] of await everything(db())) for (const trace of [pupil.id, pupil.userName!, "Rosalind", "Was ill"]) expect(text, name).not.toContain(trace);
    expect(await db().classChange.count()).toBe(changes);
    expect(await db().assignment.count({ where: { id: assignment.id } })).toBe(1);
    expect(await db().user.count()).toBe(5);
  });

  it("leaves the reports of questions without the person", async () => {
    const guest = await createLearner(db());
    await db().questionReport.create({ data: { id: randomUUID(), userId: guest.id, presentationId: randomUUID(), factId: "a", itemId: "b", item: {}, contentVersion: "1", reason: "wrong-answer", comment: "", createdAt: morning } });
    await deleteAccount(as(guest), "", morning);
    expect(await db().questionReport.findMany()).toMatchObject([{ userId: null, factId: "a" }]);
  });

  it("is not deleted with a password that is not theirs", async () => {
    const { pupil } = await room();
    const before = await everything(db());
    for (const wrong of ["", "wrong password"]) await expect(deleteAccount(as(pupil), wrong, morning)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const after = await everything(db());
    for (const [name, text] of before) if (name !== "RateLimit") expect(after.get(name), name).toBe(text);
  });

  it("of a teacher leaves the class to the co-teacher who has been in it longest, and no class without a teacher", async () => {
    const { row, teacher, coTeacher, pupil } = await room();
    const later = await createAccount(db());
    await addMember(db(), row.id, later.id, "co-teacher", { joinedAt: new Date(morning.getTime() + 1) });
    const alone = await db().class.create({ data: { name: "Alone", createdAt: morning } });
    await addMember(db(), alone.id, teacher.id, "teacher");
    expect(await classesWithoutViewer(as(teacher))).toEqual({ alone: ["Alone"], handedOver: ["Year 9"] });
    expect(await classesWithoutViewer(as(pupil))).toEqual({ alone: [], handedOver: [] });
    await expect(deleteAccount(as(teacher), password, morning)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await db().classMember.count({ where: { classId: row.id, userId: teacher.id, role: "teacher" } })).toBe(1);
    await db().class.delete({ where: { id: alone.id } });
    await deleteAccount(as(teacher), password, morning);
    expect(await db().classMember.findMany({ where: { classId: row.id, role: { not: "pupil" } }, orderBy: { joinedAt: "asc" } })).toMatchObject([{ userId: coTeacher.id, role: "teacher" }, { userId: later.id, role: "co-teacher" }]);
    expect(await db().classChange.count({ where: { actorId: teacher.id } })).toBe(0);
  });

  it("of a pupil whose account the class made goes like any other", async () => {
    const { row, teacher } = await createClassRoom(db());
    const [slip] = await makeAccounts(as(teacher), row.id, ["Rosalind"], morning);
    const user = await db().user.findUniqueOrThrow({ where: { userName: slip!.userName } });
    await deleteAccount(as(user), slip!.password, morning);
    for (const [name, text] of await everything(db())) expect(text.toLowerCase(), name).not.toContain("rosalind");
  });
});
