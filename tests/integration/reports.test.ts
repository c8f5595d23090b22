import { randomUUID } from "node:crypto";
import { expect, it, test } from "vitest";
import { postReport, type Edge } from "@/app/api/study/handlers";
import { adoptGuest } from "@/lib/data/adopt-guest";
import { answerCard } from "@/lib/data/answers";
import { closeReport, closeSetReport, listOpenReports, listSetReports, reportsADay } from "@/lib/data/reports";
import type { Viewer } from "@/lib/data/viewer";
import type { PrismaClient } from "@/lib/db/generated/client";
import { keyTextOf } from "@/lib/questions/present";
import { asFactId } from "@/lib/shared/ids";
import { reportToText } from "@/scripts/report-format";
import { describeEachDatabase } from "@/tests/support/database";
import { createLearner, daysLater, givenAnswer, morning, wrongResponse } from "@/tests/support/factories";
import { itemOfForm, presentItem } from "@/tests/support/items";
import { createOwnSet } from "@/tests/support/own-facts";

describeEachDatabase("reports", (db: () => PrismaClient) => {
  const item = itemOfForm("multiple-choice");
  const learner = async () => (await createLearner(db())).id;
  const edgeOf = (userId: string, now: Date): Edge => ({ clock: () => now, requireUser: () => Promise.resolve({ userId }) });
  const reportOf = (presentationId: string, more: object = {}) => ({ reportId: randomUUID(), presentationId, reason: "typo", comment: "Two blanks.", ...more });

  async function send(userId: string, report: object, now = morning) {
    const request = new Request("http://localhost:3000/api/study/reports", { method: "POST", body: JSON.stringify(report), headers: { "content-type": "application/json" } });
    const response = await postReport(request, edgeOf(userId, now));
    const body = (await response.json()) as { error?: { code: string; message: string } };
    return { status: response.status, code: body.error?.code, message: body.error?.message };
  }

  it("keep the question as it was shown, what was answered, and the words", async () => {
    const userId = await learner();
    const presentationId = await presentItem(db(), userId, item);
    const response = wrongResponse(item);
    await answerCard({ userId }, givenAnswer(presentationId, response), morning);
    const report = reportOf(presentationId, { reason: "several-right", comment: "  Both are right. \n" });
    expect(await send(userId, report)).toMatchObject({ status: 200 });
    const [line] = await listOpenReports({ limit: 10 });
    expect(line).toMatchObject({ id: report.reportId, item, response, reason: "several-right", comment: "Both are right.", createdAt: morning });
    const text = reportToText(line!);
    for (const part of [item.stem, ...item.options.map(({ text: option }) => option), "Both are right.", "2026-11-23 09:00"]) expect(text).toContain(part);
  });

  it("are written once, however often they are sent", async () => {
    const userId = await learner();
    const report = reportOf(await presentItem(db(), userId, item));
    const sent = await Promise.all(Array.from({ length: 5 }, () => send(userId, report)));
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(await db().questionReport.count()).toBe(1);
  });

  it("are only for one's own questions, and an id belongs to one report", async () => {
    const [one, other] = [await learner(), await learner()];
    const report = reportOf(await presentItem(db(), one, item));
    expect(await send(other, report)).toMatchObject({ status: 404, code: "NOT_FOUND" });
    expect(await send(one, { ...report, presentationId: randomUUID() })).toMatchObject({ status: 404 });
    expect(await send(one, report)).toMatchObject({ status: 200 });
    const others = await presentItem(db(), other, item);
    expect(await send(other, { ...report, presentationId: others })).toMatchObject({ status: 409, code: "CONFLICT" });
    expect(await db().questionReport.count()).toBe(1);
  });

  test.each<[string, object]>([
    ["a reason that nobody offered", { reason: "boring" }],
    ["no reason", { reason: undefined }],
    ["a comment of a thousand and one characters", { comment: "x".repeat(1001) }],
    ["a comment that cannot be stored", { comment: "a\u0000b" }],
    ["an id that is none", { reportId: "7" }],
    ["more than was asked", { userId: randomUUID() }],
  ])("are refused with %s", async (_, change) => {
    const userId = await learner();
    expect(await send(userId, reportOf(await presentItem(db(), userId, item), change))).toMatchObject({ status: 400, code: "INVALID" });
    expect(await db().questionReport.count()).toBe(0);
  });

  it("may be without words, and as long as the field allows in any script", async () => {
    const userId = await learner();
    const presentationId = await presentItem(db(), userId, item);
    expect(await send(userId, reportOf(presentationId, { comment: undefined }))).toMatchObject({ status: 200 });
    expect(await send(userId, reportOf(presentationId, { comment: "航".repeat(1000) }))).toMatchObject({ status: 200 });
    expect((await listOpenReports({ limit: 10 })).map(({ comment }) => comment.length).sort()).toEqual([0, 1000]);
  });

  it("are as many a day as one can mean, and go on the day after", async () => {
    const userId = await learner();
    const presentationId = await presentItem(db(), userId, item);
    for (let i = 0; i < reportsADay; i++) expect(await send(userId, reportOf(presentationId))).toMatchObject({ status: 200 });
    expect(await send(userId, reportOf(presentationId))).toMatchObject({ status: 429, code: "RATE_LIMITED", message: expect.stringContaining("tomorrow") });
    const other = await learner();
    expect(await send(other, reportOf(await presentItem(db(), other, item)))).toMatchObject({ status: 200 });
    expect(await send(userId, reportOf(presentationId), daysLater(1.01))).toMatchObject({ status: 200 });
  });

  it("outlive the learner without a name, and come along when a guest's progress does", async () => {
    const [guest, gone] = [await learner(), await learner()];
    const account = (await createLearner(db(), { userName: "comet" })).id;
    for (const userId of [guest, gone]) await send(userId, reportOf(await presentItem(db(), userId, item)));
    await adoptGuest({ guestId: guest, accountId: account });
    await db().user.delete({ where: { id: gone } });
    const rows = await db().questionReport.findMany();
    expect(rows.map(({ userId }) => userId).sort()).toEqual([account, null].sort());
  });

  it("are listed newest first, by fact where asked, until they are closed", async () => {
    const userId = await learner();
    const another = itemOfForm("ordering");
    const first = reportOf(await presentItem(db(), userId, item));
    const second = reportOf(await presentItem(db(), userId, another));
    await send(userId, first);
    await send(userId, second, daysLater(1));
    const ids = async (query: { factId?: string; limit: number }) => (await listOpenReports(query)).map(({ id }) => id);
    expect(await ids({ limit: 10 })).toEqual([second.reportId, first.reportId]);
    expect(await ids({ limit: 1 })).toEqual([second.reportId]);
    expect(await ids({ limit: 10, factId: item.tests[0]! })).toEqual([first.reportId]);
    expect(await closeReport(second.reportId, daysLater(2))).toBe(true);
    expect(await closeReport(second.reportId, daysLater(2))).toBe(false);
    expect(await ids({ limit: 10 })).toEqual([first.reportId]);
  });

  it("on a set's own cards and tables go to its maker, nobody else's, and not to those who look after the content", async () => {
    const [maker, other, pupil] = await Promise.all([0, 1, 2].map(async () => ({ userId: await learner() }))) as [Viewer, Viewer, Viewer];
    const [set, another] = [await createOwnSet(db(), maker.userId), await createOwnSet(db(), maker.userId)];
    const about = (setId: string, card = "a") => ({ ...item, tests: [asFactId(`own.${setId}.${card}.definition`)] });
    const [first, second] = [reportOf(await presentItem(db(), pupil.userId, about(set.id)), { comment: "" }), reportOf(await presentItem(db(), pupil.userId, about(set.id, "b")))];
    const elsewhere = reportOf(await presentItem(db(), pupil.userId, about(another.id)));
    const ofContent = reportOf(await presentItem(db(), pupil.userId, item));
    for (const [i, report] of [first, second, elsewhere, ofContent].entries()) await send(pupil.userId, report, daysLater(i));
    expect((await listOpenReports({ limit: 10 })).map(({ id }) => id)).toEqual([ofContent.reportId]);
    expect(await listSetReports(maker, set.id)).toEqual([second, first].map(({ reportId, comment }, i) => ({
      id: reportId, stem: item.stem, answer: keyTextOf(item), reason: "typo", comment, createdAt: daysLater(1 - i),
    })));

    for (const who of [other, pupil]) {
      await expect(listSetReports(who, set.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(closeSetReport(who, { setId: set.id, reportId: first.reportId }, morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    // Neither another set's, nor the content's, nor one that there is not.
    for (const reportId of [elsewhere.reportId, ofContent.reportId, randomUUID()]) {
      await expect(closeSetReport(maker, { setId: set.id, reportId }, morning)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    expect(await db().questionReport.count({ where: { closedAt: null } })).toBe(4);
    for (const now of [daysLater(5), daysLater(6)]) await closeSetReport(maker, { setId: set.id, reportId: first.reportId }, now);
    expect((await listSetReports(maker, set.id)).map(({ id }) => id)).toEqual([second.reportId]);
    expect(await db().questionReport.findUnique({ where: { id: first.reportId } })).toMatchObject({ closedAt: daysLater(5) });
  });
});
