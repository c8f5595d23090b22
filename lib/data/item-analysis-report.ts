import "server-only";
import { createHash } from "node:crypto";
import { getFactBase } from "@/lib/content/fact-base";
import { getDatabase } from "@/lib/db/database";
import type { Prisma } from "@/lib/db/generated/client";
import type { Item } from "@/lib/questions/item";
import { asFactId } from "@/lib/shared/ids";
import type { ItemStatistics } from "@/lib/statistics/item-statistics";
import { verdictsOf, type Verdict, type VerdictCode } from "@/lib/statistics/verdicts";
import { demandAssignment } from "./class-access";
import { analysePaper, keyOfOption } from "./item-analysis-paper";
import type { Viewer } from "./viewer";

/** As reports of learners have a reason; those of item analysis come from nobody. */
export const statisticsReason = "statistics";

/** What whoever looks after the questions can mend. Whether something is too easy is a class's own affair. */
const toBeMended: ReadonlySet<VerdictCode> = new Set(["check-the-key", "guessing", "weak", "distractor-unused"]);

/** The same for the same question of the same paper, so that it is reported once, and stays dealt with. */
function reportIdOf(assignmentId: string, revision: number, itemId: string): string {
  const hash = createHash("sha256").update(JSON.stringify([assignmentId, revision, itemId])).digest("hex");
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join("-");
}

const longestComment = 1000;
const percent = (share: number) => `${Math.round(100 * share)} %`;

/** Figures without anybody's name. */
function commentOf({ options }: Item, { reached, right, discriminationIndex }: ItemStatistics, verdicts: readonly Verdict[]): string {
  const textOf = (key: string) => options.find((option) => keyOfOption(option) === key)?.text ?? key;
  const said = verdicts.map(({ code, options: keys }) => (keys.length > 0 ? `${code} (${keys.map(textOf).join("; ")})` : code));
  const figures = [`${reached} answers`, `right ${percent(right.share ?? 0)}`, ...(discriminationIndex === null ? [] : [`discrimination ${Math.round(discriminationIndex)}`])];
  return `${said.join(", ")}: ${figures.join(", ")}`.slice(0, longestComment);
}

/**
 * Puts the questions of a paper that failed in a class, and those with options that nobody chooses, on the list of those who look after the questions: once for each question and paper. Of a
 * teacher's own facts nothing is told. Throws as `demandAssignment` does.
 */
export async function reportFailures(viewer: Viewer, assignmentId: string, revision: number, now: Date): Promise<void> {
  const [database, base] = [await getDatabase(), getFactBase()];
  await demandAssignment(database, viewer, assignmentId, "see-analysis");
  const { items, contentVersion, statistics } = await analysePaper(database, assignmentId, revision, "first");
  const data = items.flatMap((item, i) => {
    const verdicts = verdictsOf(statistics[i]!).filter(({ code }) => toBeMended.has(code));
    if (verdicts.length === 0 || !base.facts.has(asFactId(item.tests[0]!))) return [];
    const id = reportIdOf(assignmentId, revision, item.id);
    const shown = { itemId: item.id, factId: item.tests[0]!, item: item as unknown as Prisma.InputJsonValue, contentVersion };
    return [{ id, presentationId: id, ...shown, reason: statisticsReason, comment: commentOf(item, statistics[i]!, verdicts), createdAt: now }];
  });
  if (data.length > 0) await database.questionReport.createMany({ data, skipDuplicates: true });
}
