import "server-only";
import { confusableWith } from "@/lib/facts/confusable";
import type { FactValue } from "@/lib/facts/model";
import { renderValue, statementOf } from "@/lib/facts/render";
import type { FactBases } from "@/lib/own-facts/fact-bases";
import type { Item } from "@/lib/questions/item";
import type { CardReason, Leech, StudyCard } from "@/lib/questions/study-card";
import { evidenceForm } from "@/lib/scheduling/evidence-form";
import { previewIntervals, previewRatings, recallOn, type FactState } from "@/lib/scheduling/fact-state";
import { daysBetween, type LearnerDay } from "@/lib/scheduling/learner-day";
import type { QueueEntry } from "@/lib/scheduling/queue";
import { asFactId } from "@/lib/shared/ids";
import { calibrationOf, ruleOf, toFactState, type Learner } from "./learner";
import type { Transaction } from "./transaction";

/** What is known of a learner and a fact that is put to them. */
export type CardFact = { state: FactState | null; mnemonic: string; changedFrom: FactValue | null };

/** For all of some facts at once. */
export async function loadCardFacts(tx: Transaction, userId: string, factIds: readonly string[]): Promise<Map<string, CardFact>> {
  const where = { userId, factId: { in: [...factIds] } };
  const states = new Map((await tx.memoryState.findMany({ where })).map((row) => [row.factId, toFactState(row)]));
  const choices = new Map((await tx.factChoice.findMany({ where })).map((row) => [row.factId, row]));
  return new Map(
    factIds.map((factId) => {
      const choice = choices.get(factId);
      return [factId, { state: states.get(factId) ?? null, mnemonic: choice?.mnemonic ?? "", changedFrom: (choice?.changedFrom ?? null) as FactValue | null }];
    }),
  );
}

/** A learner's day, and what the facts say on it. */
export type CardDay = { bases: FactBases; learner: Learner; today: LearnerDay };

/** Four lapses make a leech (the issue's own number). */
const leechLapses = 4;

export const isLeech = (state: FactState | null): boolean => state !== null && state.lapseCount >= leechLapses;

const mostNeighbours = 3;

function leechOf(bases: FactBases, factId: string, state: FactState | null): Leech | undefined {
  if (!state || !isLeech(state)) return undefined;
  const neighbours = confusableWith(bases.of(factId), asFactId(factId)).slice(0, mostNeighbours);
  return { lapses: state.lapseCount, neighbours: neighbours.map((id) => statementOf(bases.of(id), bases.fact(id)!)) };
}

function seenBefore({ learner, today }: CardDay, state: FactState): Partial<CardReason> {
  return {
    seenDaysAgo: daysBetween(state.lastDay, today),
    ...(state.dueOn <= today && { overdueDays: daysBetween(state.dueOn, today) }),
    recall: recallOn(state, today, calibrationOf(learner), ruleOf(learner).engine),
  };
}

/** Today's first answer counts; what follows is practice and changes no plan. */
const isScored = ({ today }: CardDay, state: FactState | null) => state === null || state.lastDay < today;

function nextOf({ learner, today }: CardDay, factId: string, item: Item, state: FactState | null): CardReason["next"] {
  const before = { fact: state, calibration: calibrationOf(learner) };
  return previewIntervals(before, { factId, learnerDay: today }, evidenceForm(item.type, item.options.length || undefined), ruleOf(learner));
}

/** All that a card says beyond its question: why it comes, and what goes with the fact. */
export function aboutCard(day: CardDay, { factId, why }: QueueEntry, item: Item, { state, mnemonic, changedFrom }: CardFact, isProbe: boolean): Partial<StudyCard> {
  const reason: CardReason = {
    why,
    ...(state && seenBefore(day, state)),
    ...(isScored(day, state) && { next: nextOf(day, factId, item, state) }),
    ...(isProbe && { isProbe }),
  };
  const leech = leechOf(day.bases, factId, state);
  const preview = { fact: state, calibration: calibrationOf(day.learner) };
  return {
    reason,
    ...(leech && { leech }),
    ...(mnemonic !== "" && { mnemonic }),
    ...(changedFrom && { changedFrom: renderValue(day.bases.of(factId), changedFrom, { bare: true }) }),
    ...(item.type === "flashcard" && { intervals: previewRatings(preview, { factId, learnerDay: day.today }, ruleOf(day.learner)) }),
  };
}
