import "server-only";
import { getDatabase } from "@/lib/db/database";
import type { QuizAttempt, QuizSlot } from "@/lib/db/generated/client";
import type { Feedback } from "@/lib/grading/feedback";
import type { Response, Verdict } from "@/lib/grading/grade";
import type { FactBases } from "@/lib/own-facts/fact-bases";
import type { Item } from "@/lib/questions/item";
import { faceOf } from "@/lib/questions/present";
import type { QuestionFace } from "@/lib/questions/study-card";
import type { Certainty } from "@/lib/quiz/attempt";
import { mostPointsBy } from "@/lib/quiz/marking";
import type { QuizSetup } from "@/lib/quiz/quiz-setup";
import { countOutcomes, isTimeUp, outcomesOf, shareOfPoints, spentMs, type ResultOutcome } from "@/lib/quiz/results";
import { gradeAgain, tellAnswer } from "./answer-feedback";
import type { DatabaseClock } from "./database-clock";
import { basesOfFacts } from "./fact-bases";
import { toAttempt, toSlot } from "./quiz-attempt-rows";
import { gradeAttempt } from "./quiz-grade";
import { setupOf, titleOf, type QuizTitle } from "./quiz-title";
import type { Viewer } from "./viewer";
import { findWithheld, type Withheld } from "./withheld-answers";

/** A question of a closed quiz, with all that may be told now. Responses and the key name positions in `options`. */
export type ResultQuestion = Omit<QuestionFace, "asks"> & {
  position: number;
  factId: string;
  given: Response | null;
  certainty: Certainty | null;
  isFlagged: boolean;
  outcome: ResultOutcome;
  /** Whether a teacher left it out: it brings no points and takes none. */
  isLeftOut: boolean;
  verdict: Verdict | null;
  /** The share of the answer that is right, in [0, 1]; 0 without an answer. */
  score: number;
  points: number;
  mostPoints: number;
  /** As the browser measured it. */
  elapsedMs: number;
  /** `note` is null without an answer. */
  feedback: Pick<Feedback, "answer" | "about" | "key"> & { note: Feedback["note"] | null };
};

/** `share` of the points, in [0, 1]. */
export type EarlierQuiz = { attemptId: string; at: Date; share: number };

export type QuizResults = {
  attemptId: string;
  title: QuizTitle;
  setup: QuizSetup;
  startedAt: Date;
  closedAt: Date;
  /** Whether it was closed because time was up, and not handed in before. */
  isTimeUp: boolean;
  spentMs: number;
  /** For the whole quiz, with the extra time that was granted; null without a limit. */
  limitMs: number | null;
  points: number;
  mostPoints: number;
  counts: Record<ResultOutcome, number>;
  /** Graded attempts of the same kind before this one, the latest first; at most ten. */
  earlier: EarlierQuiz[];
  questions: ResultQuestion[];
};

/** Of a quiz of a class whose answers must not be told (yet): the points, and nothing of single questions. `count` of questions. */
export type WithheldResults = Omit<QuizResults, "questions" | "earlier" | "counts"> & { withheld: Withheld; count: number };

const withoutAnswers = ({ questions, earlier: _, counts: __, ...told }: QuizResults, withheld: Withheld): WithheldResults => ({ ...told, withheld, count: questions.length });

/** The item as it was put; only what is told about its answer is of today's facts. */
function toQuestion(bases: FactBases, slot: QuizSlot, outcome: ResultOutcome, mostPoints: number): ResultQuestion {
  const item = slot.item as unknown as Item;
  const base = bases.of(slot.factId);
  const { asks: _, ...face } = faceOf(base, item);
  const given = slot.response as Response | null;
  const [verdict, score] = [slot.verdict as Verdict | null, slot.score ?? 0];
  const note = given && verdict ? gradeAgain(base, item, given, { verdict, score }).note : null;
  return {
    position: slot.position,
    factId: slot.factId,
    ...face,
    given,
    certainty: slot.certainty as Certainty | null,
    isFlagged: slot.isFlagged,
    outcome,
    isLeftOut: slot.isLeftOut,
    verdict,
    score,
    points: slot.points ?? 0,
    mostPoints: slot.mostPoints ?? mostPoints,
    elapsedMs: slot.elapsedMs,
    feedback: { ...tellAnswer(base, item, given), note },
  };
}

/** Points compare only where the facts, their difficulty and the marking are the same. */
const kindOf = ({ scope, difficulty, marking }: QuizSetup): string =>
  JSON.stringify([scope.kind, scope.kind === "topics" ? [...scope.topics].sort() : "id" in scope ? scope.id : null, difficulty, marking]);

const [lookedAt, mostEarlier] = [200, 10];

async function findEarlier({ userId, startedAt, ...row }: QuizAttempt): Promise<EarlierQuiz[]> {
  const rows = await (await getDatabase()).quizAttempt.findMany({
    where: { userId, state: "graded", startedAt: { lt: startedAt } },
    orderBy: { startedAt: "desc" },
    take: lookedAt,
    select: { id: true, setup: true, closedAt: true, points: true, mostPoints: true },
  });
  const kind = kindOf(setupOf(row));
  return rows
    .filter((earlier) => kindOf(setupOf(earlier)) === kind)
    .slice(0, mostEarlier)
    .map(({ id, closedAt, points, mostPoints }) => ({ attemptId: id, at: closedAt!, share: shareOfPoints(points ?? 0, mostPoints ?? 0) }));
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

function toResults(bases: FactBases, row: QuizAttempt, rows: readonly QuizSlot[], earlier: EarlierQuiz[]): QuizResults {
  const slots = rows.map((slot) => ({ ...toSlot(slot), verdict: slot.verdict as Verdict | null, score: slot.score ?? 0 }));
  const attempt = toAttempt(row, slots);
  const wasTimeUp = row.state === "abandoned" || isTimeUp(attempt);
  const setup = setupOf(row);
  const outcomes = outcomesOf(slots, wasTimeUp);
  const questions = rows.map((slot, i) => toQuestion(bases, slot, outcomes[i]!, mostPointsBy(setup.marking)));
  const marked = questions.filter(({ isLeftOut }) => !isLeftOut);
  return {
    attemptId: row.id,
    title: titleOf(row),
    setup,
    startedAt: row.startedAt,
    closedAt: row.closedAt!,
    isTimeUp: wasTimeUp,
    spentMs: spentMs(attempt),
    limitMs: row.deadlineAt && row.deadlineAt.getTime() - row.startedAt.getTime(),
    points: sum(marked.map(({ points }) => points)),
    mostPoints: sum(marked.map(({ mostPoints }) => mostPoints)),
    counts: countOutcomes(marked.map(({ outcome }) => outcome)),
    earlier,
    questions,
  };
}

/** The results of the viewer's quiz, which is graded first where it was not yet; `running` while it can still be answered, and without the answers while they are withheld. Throws NOT_FOUND for another's. */
export async function quizResults(viewer: Viewer, attemptId: string, clock: DatabaseClock): Promise<QuizResults | WithheldResults | { running: true }> {
  const database = await getDatabase();
  if ((await gradeAttempt(viewer, attemptId, clock)) === "in_progress") return { running: true };
  const where = { id: attemptId, userId: viewer.userId };
  const { slots, ...row } = await database.quizAttempt.findFirstOrThrow({ where, include: { slots: { orderBy: { position: "asc" } } } });
  const withheld = await findWithheld(database, row.assignmentId, await clock(database));
  const bases = await basesOfFacts(database, viewer, slots.map(({ factId }) => factId));
  const results = toResults(bases, row, slots, withheld ? [] : await findEarlier(row));
  return withheld ? withoutAnswers(results, withheld) : results;
}
