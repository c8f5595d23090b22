import "server-only";
import { getDatabase } from "@/lib/db/database";
import type { Item } from "@/lib/questions/item";
import { keyTextOf } from "@/lib/questions/present";
import { AppError } from "@/lib/shared/app-error";
import { holdAssignment } from "./assignment-hold";
import { itemsOf, makePaper } from "./assignment-paper";
import { planOf } from "./assignment-plan";
import { tellAnswer } from "./answer-feedback";
import { demandAssignment } from "./class-access";
import { basesOfPutFacts } from "./fact-bases";
import { inTransaction } from "./transaction";
import type { Viewer } from "./viewer";

/** A question of the paper with what is right, for those who teach. */
export type PaperQuestion = { position: number; form: Item["type"]; stem: string; options: string[]; prompts: string[]; right: string; statement: string };

/** The questions that attempts begin with now, in the order of the paper; none before there is one. For teachers. Throws as `demandAssignment` does. */
export async function assignmentQuestions(viewer: Viewer, assignmentId: string): Promise<PaperQuestion[]> {
  const database = await getDatabase();
  const { assignment } = await demandAssignment(database, viewer, assignmentId, "see-gradebook");
  const paper = await database.assignmentPaper.findFirst({ where: { assignmentId: assignment.id, revision: assignment.paperRevision ?? 0 } });
  const items = paper ? itemsOf(paper) : [];
  const bases = await basesOfPutFacts(database, items.map(({ tests }) => tests[0]!));
  return items.map((item, position) => ({
    position,
    form: item.type,
    stem: item.stem,
    options: item.options.map(({ text }) => text),
    prompts: (item.prompts ?? []).map(({ text }) => text),
    right: keyTextOf(item),
    statement: tellAnswer(bases.of(item.tests[0]!), item, null).answer.statement,
  }));
}

/**
 * Draws the questions of a draft, others than before, so that they can be looked at before it is given: it is given with these. CONFLICT once it is published, and for
 * studying; throws else as `publishAssignment` does.
 */
export async function drawQuestions(viewer: Viewer, assignmentId: string, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const { assignment } = await holdAssignment(tx, viewer, assignmentId);
    const plan = planOf(assignment);
    if (plan.kind !== "quiz") throw new AppError("CONFLICT", "This is to be studied; it has no paper.");
    if (assignment.isPublished) throw new AppError("CONFLICT", "The class has this quiz already.");
    await tx.assignment.update({ where: { id: assignment.id }, data: { paperRevision: await makePaper(tx, assignment, plan, now) }, select: { id: true } });
  });
}
