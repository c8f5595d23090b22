import "server-only";
import type { Fact } from "@/lib/facts/model";
import { factsOfAssignment } from "./assignment-goal";
import { basesOfPutFacts } from "./fact-bases";
import { factsOfNamedSet } from "./shared-scope";
import type { Transaction } from "./transaction";

/** What the questions of the class's quizzes test. */
async function factsOfPapers(tx: Transaction, classId: string): Promise<Fact[]> {
  const rows = await tx.$queryRaw<{ factId: string }[]>`
    SELECT DISTINCT t."factId" FROM "AssignmentPaper" p JOIN "Assignment" w ON w."id" = p."assignmentId" AND w."isPublished" AND w."classId" = ${classId}::uuid
    CROSS JOIN LATERAL jsonb_array_elements(p."items") i("item") CROSS JOIN LATERAL jsonb_array_elements_text(i."item"->'tests') t("factId")`;
  const bases = await basesOfPutFacts(tx, rows.map(({ factId }) => factId));
  return rows.flatMap(({ factId }) => bases.fact(factId) ?? []);
}

/** All that the class is to learn: the facts of its sets, of its goals of studying, and those that its quizzes ask. What teachers see of anybody's memory is about these. */
export async function factsOfClass(tx: Transaction, classId: string): Promise<Fact[]> {
  const sets = await tx.classSet.findMany({ where: { classId }, include: { set: { omit: { ownFacts: true } } } });
  const assignments = await tx.assignment.findMany({ where: { classId, isPublished: true }, select: { plan: true } });
  const facts = await factsOfPapers(tx, classId);
  for (const { set } of sets) facts.push(...(await factsOfNamedSet(tx, set)).facts);
  for (const assignment of assignments) facts.push(...(await factsOfAssignment(tx, assignment)));
  return [...new Map(facts.map((fact) => [fact.id, fact])).values()];
}
