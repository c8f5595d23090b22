import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { isHasty } from "@/lib/scheduling/evidence";
import { applyAnswer, recallOn, type Answer, type FactState } from "@/lib/scheduling/fact-state";
import type { Calibration } from "@/lib/scheduling/calibration";
import { noteGoals } from "./assignment-reached";
import { calibrationOf, refoldLearner, ruleOf, toFactState } from "./learner";
import { writeRows, type MemoryRow } from "./memory-rows";
import { noteQuestions, type QuestionNote } from "./question-health";
import { placeAnswers, writeEvents, type Answering, type Placed, type Recorded } from "./write-events";

/** `factValue` is what the fact said when it was asked. */
type Told = { factValue: unknown; isCurrent: boolean };

/** What memory there is of the facts that were asked. */
async function loadMemory({ tx, learner }: Answering, list: readonly Placed[]): Promise<Map<string, MemoryRow>> {
  const factIds = list.map(({ recorded }) => recorded.presentation.factId);
  const rows = await tx.memoryState.findMany({ where: { userId: learner.id, factId: { in: factIds } } });
  return new Map(rows.map((row) => [row.factId, { ...toFactState(row), factValue: row.factValue }]));
}

/** A question from older content, or from a set as it was, tells nothing of today's value. */
function toldBy({ bases }: Answering, { recorded }: Placed, memory: ReadonlyMap<string, MemoryRow>): Told {
  const { factId, contentVersion } = recorded.presentation;
  const isCurrent = contentVersion === bases.of(factId).version;
  const value = bases.fact(factId)?.value ?? null;
  return { factValue: isCurrent ? value : (memory.get(factId)?.factValue ?? value), isCurrent };
}

/** An answer that counts, with what is to be known of it. */
type Counted = { recorded: Recorded; answer: Answer; told: Told };

async function closeQuestions({ tx, learner }: Answering, counted: readonly Counted[]): Promise<void> {
  const open = counted.flatMap(({ recorded: { presentation } }) => (presentation.openKey === null ? [] : [presentation.id]));
  if (open.length > 0) await tx.presentation.updateMany({ where: { id: { in: open }, userId: learner.id }, data: { openKey: null } });
  const current = counted.flatMap(({ answer, told }) => (told.isCurrent ? [answer.factId] : []));
  const where = { userId: learner.id, factId: { in: current }, changedFrom: { not: Prisma.AnyNull } };
  if (current.length > 0) await tx.factChoice.updateMany({ where, data: { changedFrom: Prisma.DbNull } });
}

/** A new fact is left out: how likely it is known without having been learnt says more about the learner than about the question. */
function noteOf({ learner }: Answering, { recorded, answer }: Counted, fact: FactState | null, calibration: Calibration): QuestionNote[] {
  const { learnerDay, evidence } = answer;
  if (recorded.earlier || !fact || learnerDay <= fact.lastDay || isHasty(evidence)) return [];
  return [{ item: recorded.item, recall: recallOn(fact, learnerDay, calibration, ruleOf(learner).engine), evidence }];
}

/** The memory after answers that are later than all before them. */
async function addToMemory(answering: Answering, counted: readonly Counted[], memory: ReadonlyMap<string, MemoryRow>): Promise<void> {
  const { tx, learner, now } = answering;
  const rule = ruleOf(learner);
  const after = new Map<string, MemoryRow>();
  const notes: QuestionNote[] = [];
  let calibration = calibrationOf(learner);
  for (const one of counted) {
    const { factId } = one.answer;
    const fact = after.get(factId) ?? memory.get(factId) ?? null;
    notes.push(...noteOf(answering, one, fact, calibration));
    const applied = applyAnswer({ fact, calibration }, one.answer, rule);
    after.set(factId, { ...applied.fact, factValue: one.told.factValue });
    ({ calibration } = applied);
  }
  await writeRows(tx, learner.id, [...after]);
  const { mu, variance } = calibration;
  await tx.user.update({ where: { id: learner.id }, data: { calibrationMu: mu, calibrationVariance: variance, timeZone: counted.at(-1)!.recorded.timeZone } });
  await noteQuestions(tx, notes, now);
}

/**
 * Writes answers to the log in the order in which they were given, and brings the memory up to date: answer by answer, or by one fold of the whole
 * log where there are later ones in it. Those that were taken back before they arrived change no memory. Goals of
 * assigned work that are reached by them are noted. The caller holds the user's lock.
 */
export async function recordAnswers(answering: Answering, list: readonly Recorded[]): Promise<void> {
  if (list.length === 0) return;
  const placed = await placeAnswers(answering, list);
  const memory = await loadMemory(answering, placed);
  const told = placed.map((one) => toldBy(answering, one, memory));
  const answers = await writeEvents(answering, placed, told.map(({ factValue }) => factValue));
  const counted = placed.flatMap(({ recorded }, i) => (recorded.isUndone ? [] : [{ recorded, answer: answers[i]!, told: told[i]! }]));
  if (counted.length === 0) return;
  await closeQuestions(answering, counted);
  if (placed.every(({ isLast }) => isLast)) await addToMemory(answering, counted, memory);
  else await refoldLearner(answering.tx, answering.learner);
  await noteGoals(answering.tx, answering.learner.id, counted.map(({ answer }) => answer.factId), answering.now);
}
