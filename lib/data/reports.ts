import "server-only";
import { getDatabase } from "@/lib/db/database";
import type { Prisma, QuestionReport } from "@/lib/db/generated/client";
import type { Response } from "@/lib/grading/grade";
import { ownPrefix } from "@/lib/own-facts/own-ids";
import type { Item } from "@/lib/questions/item";
import { keyTextOf } from "@/lib/questions/present";
import type { ReportReason } from "@/lib/questions/report-reasons";
import { AppError } from "@/lib/shared/app-error";
import { inTransaction, lockUser, type Transaction } from "./transaction";
import { demandOwnSet } from "./usable-set";
import type { Viewer } from "./viewer";

export type GivenReport = {
  /** Made by the client: the same report sent again has the same id. */
  reportId: string;
  presentationId: string;
  reason: ReportReason;
  comment: string;
};

const dayMs = 86_400_000;

/** Nobody finds more faults in good faith, and nobody may fill the database. */
export const reportsADay = 20;

async function isReported(tx: Transaction, { userId }: Viewer, { reportId, presentationId }: GivenReport): Promise<boolean> {
  const same = await tx.questionReport.findUnique({ where: { id: reportId }, select: { userId: true, presentationId: true } });
  if (same && (same.userId !== userId || same.presentationId !== presentationId)) throw new AppError("CONFLICT", "This report's id has been used for another report.");
  return same !== null;
}

async function demandRoom(tx: Transaction, { userId }: Viewer, now: Date): Promise<void> {
  const today = await tx.questionReport.count({ where: { userId, createdAt: { gt: new Date(now.getTime() - dayMs) } } });
  if (today >= reportsADay) throw new AppError("RATE_LIMITED", `You have reported ${reportsADay} questions within a day. Please go on tomorrow.`);
}

/** Stores the question as it was shown, with what the learner says of it. The same report sent again changes nothing. */
export async function reportQuestion(viewer: Viewer, given: GivenReport, now: Date): Promise<void> {
  const { reportId, presentationId, reason, comment } = given;
  await inTransaction(async (tx) => {
    if (!(await lockUser(tx, viewer.userId))) throw new AppError("UNAUTHENTICATED", "Please sign in again.");
    const shown = await tx.presentation.findFirst({ where: { id: presentationId, userId: viewer.userId }, include: { reviews: { select: { response: true }, orderBy: { answeredAt: "desc" }, take: 1 } } });
    if (!shown) throw new AppError("NOT_FOUND", "There is no such question.");
    if (await isReported(tx, viewer, given)) return;
    await demandRoom(tx, viewer, now);
    const { factId, itemId, contentVersion, reviews: [review] } = shown;
    const item = shown.item as Prisma.InputJsonValue;
    const response = review ? { response: review.response as Prisma.InputJsonValue } : {};
    await tx.questionReport.create({ data: { id: reportId, userId: viewer.userId, presentationId, factId, itemId, contentVersion, item, ...response, reason, comment, createdAt: now } });
  });
}

/** A report as whoever looks after the content reads it; it does not say who reported. */
export type ReportLine = { id: string; factId: string; item: Item; response?: Response; contentVersion: string; reason: string; comment: string; createdAt: Date };

const lineOf = ({ id, factId, item, response, contentVersion, reason, comment, createdAt }: QuestionReport): ReportLine => ({
  id, factId, item: item as unknown as Item, ...(response !== null && { response: response as unknown as Response }), contentVersion, reason, comment, createdAt,
});

const openReports = async (which: Prisma.QuestionReportWhereInput, limit: number) =>
  (await getDatabase()).questionReport.findMany({ where: { AND: [{ closedAt: null }, which] }, orderBy: [{ createdAt: "desc" }, { id: "asc" }], take: limit });

/** The reports on the content that nobody has dealt with, newest first. For those who run the app, not for learners; what is reported of a set's own cards and tables goes to its maker. */
export async function listOpenReports({ factId, limit }: { factId?: string; limit: number }): Promise<ReportLine[]> {
  const rows = await openReports({ NOT: { factId: { startsWith: ownPrefix } }, ...(factId !== undefined && { factId }) }, limit);
  return rows.map(lineOf);
}

/** Says that a report is dealt with; false when there is no such open report. */
export async function closeReport(id: string, now: Date): Promise<boolean> {
  const { count } = await (await getDatabase()).questionReport.updateMany({ where: { id, closedAt: null }, data: { closedAt: now } });
  return count > 0;
}

const ofSet = (setId: string): Prisma.QuestionReportWhereInput => ({ factId: { startsWith: `${ownPrefix}${setId}.` } });

/** A report on a question about a set's own cards and tables, as the set's maker reads it; it does not say who reported. */
export type SetReport = { id: string; stem: string; answer: string; reason: string; comment: string; createdAt: Date };

/** More are told once these are dealt with. */
export const mostSetReports = 50;

/** What learners reported of the questions that a set's own cards and tables make, as far as nobody has dealt with it, newest first. Throws NOT_FOUND for a set that is not the viewer's. */
export async function listSetReports(viewer: Viewer, setId: string): Promise<SetReport[]> {
  const rows = await openReports(ofSet(await demandOwnSet(await getDatabase(), viewer, setId)), mostSetReports);
  return rows.map(lineOf).map(({ id, item, reason, comment, createdAt }) => ({ id, stem: item.stem, answer: keyTextOf(item), reason, comment, createdAt }));
}

/** Says that a report on one of the viewer's own questions is dealt with; a second time changes nothing. Throws NOT_FOUND for a set that is not theirs, and for a report that is not on it. */
export async function closeSetReport(viewer: Viewer, { setId, reportId }: { setId: string; reportId: string }, now: Date): Promise<void> {
  const database = await getDatabase();
  const which = { id: reportId, ...ofSet(await demandOwnSet(database, viewer, setId)) };
  await database.questionReport.updateMany({ where: { ...which, closedAt: null }, data: { closedAt: now } });
  if ((await database.questionReport.count({ where: which })) === 0) throw new AppError("NOT_FOUND", "There is no such report.");
}
