import "server-only";
import { getDatabase } from "@/lib/db/database";
import type { FactBases } from "@/lib/own-facts/fact-bases";
import type { QuestionFace } from "@/lib/questions/study-card";
import type { Item, ItemType } from "@/lib/questions/item";
import { faceOf } from "@/lib/questions/present";
import { analyseItems } from "@/lib/statistics/analyse-items";
import type { ItemStatistics } from "@/lib/statistics/item-statistics";
import { poolByDistractor, poolByFact, poolByTemplate, type DistractorStatistics, type PooledStatistics } from "@/lib/statistics/pooled-statistics";
import type { TestStatistics } from "@/lib/statistics/test-statistics";
import { verdictsOf, type Verdict } from "@/lib/statistics/verdicts";
import { tellAnswer } from "./answer-feedback";
import { planOf } from "./assignment-plan";
import { demandAssignment, noSuchAssignment } from "./class-access";
import { basesOfPutFacts } from "./fact-bases";
import type { AttemptChoice } from "./item-analysis-attempts";
import { analysePaper, keyOfOption, type PaperFigures } from "./item-analysis-paper";
import type { Transaction } from "./transaction";
import type { Viewer } from "./viewer";

/** An answer that was typed by so many; capitals and spaces at the ends do not make it another. */
export type TypedCount = { text: string; count: number; isRight: boolean };

/** A question of the paper with its figures. `statistics.options` stand in the order of `face.options`, or are none. `typed`: the most frequent first, at most ten. */
export type AnalysedQuestion = {
  number: number;
  face: Omit<QuestionFace, "asks">;
  answer: string;
  statement: string;
  statistics: ItemStatistics;
  verdicts: Verdict[];
  typed: TypedCount[];
  /** Out of the marks: it has figures, but is no part of the test. */
  isLeftOut: boolean;
};

/** Questions with something in common. `name` in words: of a fact its statement, of a template what it asks for. */
export type AnalysedGroup = PooledStatistics & { name: string; form: ItemType; verdicts: Verdict[] };
export type AnalysedDistractor = DistractorStatistics & { text: string };

export type AnalysedPaper = { revision: number; attempts: number };

/** The papers of an assignment that were taken, the newest first, and the figures of one of them. */
export type ItemAnalysis = {
  assignmentId: string;
  classId: string;
  title: string;
  papers: AnalysedPaper[];
  /** Null while nobody has taken it. */
  revision: number | null;
  choice: AttemptChoice;
  isByCertainty: boolean;
  isArchived: boolean;
  test: TestStatistics;
  questions: AnalysedQuestion[];
  facts: AnalysedGroup[];
  templates: AnalysedGroup[];
  distractors: AnalysedDistractor[];
};

const mostTyped = 10;

function countTyped(answers: readonly { text: string; isRight: boolean }[]): TypedCount[] {
  const counts = new Map<string, TypedCount>();
  for (const { text, isRight } of answers) {
    const key = text.trim().toLowerCase();
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, { text: text.trim(), count: 1, isRight });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1)).slice(0, mostTyped);
}

function toQuestion(bases: FactBases, item: Item, number: number, statistics: ItemStatistics, { typed, leftOut }: PaperFigures): AnalysedQuestion {
  const base = bases.of(item.tests[0]!);
  const { asks: _, ...face } = faceOf(base, item);
  const { answer: { text, statement } } = tellAnswer(base, item, null);
  return { number, face, answer: text, statement, statistics, verdicts: verdictsOf(statistics), typed: countTyped(typed.get(item.id) ?? []), isLeftOut: leftOut.has(item.id) };
}

/** Groups of one question say no more than the question does. */
const toGroups = (pooled: readonly PooledStatistics[], nameOf: (itemId: string) => { name: string; form: ItemType }): AnalysedGroup[] =>
  pooled.map((group) => ({ ...group, ...nameOf(group.itemIds[0]!), verdicts: verdictsOf(group) }));

function toDistractors(items: readonly Item[], statistics: readonly ItemStatistics[]): AnalysedDistractor[] {
  const texts = new Map(items.flatMap(({ options }) => options.map((option) => [keyOfOption(option), option.text] as const)));
  return poolByDistractor(statistics).map((distractor) => ({ ...distractor, text: texts.get(distractor.key)! }));
}

async function findPapers(tx: Transaction, assignmentId: string): Promise<AnalysedPaper[]> {
  const rows = await tx.quizAttempt.groupBy({ by: ["paperRevision"], where: { assignmentId, state: "graded", paperRevision: { not: null } }, _count: true });
  return rows.map(({ paperRevision, _count }) => ({ revision: paperRevision!, attempts: _count })).sort((a, b) => b.revision - a.revision);
}

function tell(bases: FactBases, figures: PaperFigures): Pick<ItemAnalysis, "test" | "questions" | "facts" | "templates" | "distractors"> {
  const { items, leftOut, test, statistics } = figures;
  const questions = items.map((item, i) => toQuestion(bases, item, i + 1, statistics[i]!, figures));
  const counting = statistics.filter(({ itemId }) => !leftOut.has(itemId));
  const placeOf = new Map<string, number>(items.map(({ id }, i) => [id, i]));
  const nameOf = (words: (place: number) => string) => (itemId: string) => ({ name: words(placeOf.get(itemId)!), form: items[placeOf.get(itemId)!]!.type });
  const asked = ({ predicate, tests }: Item) => bases.of(tests[0]!).predicates.get(predicate)?.label.en ?? predicate;
  return {
    test,
    questions,
    facts: toGroups(poolByFact(counting), nameOf((place) => questions[place]!.statement)),
    templates: toGroups(poolByTemplate(counting), nameOf((place) => asked(items[place]!))),
    distractors: toDistractors(items, counting),
  };
}

const tellPaper = async (tx: Transaction, figures: PaperFigures) => tell(await basesOfPutFacts(tx, figures.items.map(({ tests }) => tests[0]!)), figures);

const nobody: Pick<ItemAnalysis, "questions" | "facts" | "templates" | "distractors"> = { questions: [], facts: [], templates: [], distractors: [] };

/**
 * How the questions of an assigned quiz did, of one of its papers (`revision`; the newest that was taken, where there is no such). Graded attempts count, former pupils' too. Throws as
 * `demandAssignment` does, NOT_FOUND for work that is no quiz.
 */
export async function itemAnalysis(viewer: Viewer, assignmentId: string, { choice, revision: wished }: { choice: AttemptChoice; revision?: number }): Promise<ItemAnalysis> {
  const database = await getDatabase();
  const { assignment, row } = await demandAssignment(database, viewer, assignmentId, "see-analysis");
  const plan = planOf(assignment);
  if (plan.kind !== "quiz") throw noSuchAssignment();
  const papers = await findPapers(database, assignment.id);
  const revision = (papers.find((paper) => paper.revision === wished) ?? papers[0])?.revision ?? null;
  const told = revision === null ? { ...nobody, test: analyseItems([], []).test } : await tellPaper(database, await analysePaper(database, assignment.id, revision, choice));
  return { assignmentId: assignment.id, classId: row.id, title: assignment.title, papers, revision, choice, isByCertainty: plan.setup.marking === "certainty", isArchived: row.archivedAt !== null, ...told };
}
