import "server-only";
import { getDatabase } from "@/lib/db/database";
import { factsOf, type FactBase } from "@/lib/facts/fact-base";
import { mayBeAsked } from "@/lib/facts/fact-query";
import type { Fact } from "@/lib/facts/model";
import { nameOf, statementOf } from "@/lib/facts/render";
import type { Confusion } from "@/lib/progress/confusions";
import { hardestFacts } from "@/lib/progress/weak-facts";
import { mostNamedFacts } from "@/lib/questions/study-request";
import { recallOn } from "@/lib/scheduling/fact-state";
import { daysBetween, learnerDayOf } from "@/lib/scheduling/learner-day";
import { asEntityId, asFactId } from "@/lib/shared/ids";
import { findConfusions } from "./confusions";
import { calibrationOf, ruleOf } from "./learner";
import type { ProgressBasis } from "./progress-basis";

/** A fact that is hard for the viewer: the chance in [0, 1] of recalling it today, and how often it was forgotten. */
export type WeakFact = { id: string; statement: string; recall: number; lapses: number };

/** `one` was given `forward` times where `other` was right, and `back` times the other way round. `daysAgo`: whole learner's days since the last time. `studyIds`: what to study to tell them apart. */
export type ConfusedPair = { one: EntityName; other: EntityName; forward: number; back: number; daysAgo: number; facts: { id: string; statement: string }[]; studyIds: string[] };
type EntityName = { id: string; name: string };

export type WeakReport = {
  /** How many facts are hard, and how many pairs are confused; the lists hold the first of them. */
  hard: number;
  confused: number;
  facts: WeakFact[];
  pairs: ConfusedPair[];
  /** Whether the figures are about a set only. */
  isFiltered: boolean;
};

const shownFacts = 8;
const shownPairs = 5;
const shownOfPair = 4;

function hardOf({ facts, states, learner, today, isResting }: ProgressBasis) {
  const [calibration, { engine }] = [calibrationOf(learner), ruleOf(learner)];
  const begun = facts.flatMap((fact) => {
    const state = states.get(fact.id);
    return !state || isResting(fact) ? [] : [{ fact, factId: fact.id, recall: recallOn(state, today, calibration, engine), stabilityDays: state.stabilityDays, lapseCount: state.lapseCount }];
  });
  return hardestFacts(begun);
}

/** What was asked, and what says the same of the two: a name is told from another by both facts. */
function toTellApart(base: FactBase, { one, other }: Confusion, asked: readonly Fact[]): string[] {
  const counterparts = asked.flatMap(({ subject, predicate }) => {
    const opposite = subject === one ? other : subject === other ? one : undefined;
    return opposite === undefined ? [] : factsOf(base, asEntityId(opposite), predicate);
  });
  return [...new Set([...asked, ...counterparts.filter(mayBeAsked)])].slice(0, mostNamedFacts).map(({ id }) => id);
}

function toPair(basis: ProgressBasis, confusion: Confusion): ConfusedPair {
  const { bases, learner, today } = basis;
  const base = bases.of(confusion.factIds[0] ?? "");
  const named = (id: string) => ({ id, name: nameOf(base, asEntityId(id), { bare: true }) });
  const asked = confusion.factIds.flatMap((factId) => base.facts.get(asFactId(factId)) ?? []).filter(mayBeAsked);
  return {
    one: named(confusion.one),
    other: named(confusion.other),
    forward: confusion.timesForward,
    back: confusion.timesBack,
    daysAgo: daysBetween(learnerDayOf(confusion.lastMs, learner), today),
    facts: asked.slice(0, shownOfPair).map((fact) => ({ id: fact.id, statement: statementOf(base, fact) })),
    studyIds: toTellApart(base, confusion, asked),
  };
}

/** What the viewer forgets and mixes up. */
export async function weakReport(basis: ProgressBasis): Promise<WeakReport> {
  const { bases, facts, filter, learner, now } = basis;
  const hard = hardOf(basis);
  const factIds = filter && facts.flatMap(({ id, formerIds }) => [id, ...formerIds]);
  const confusions = await findConfusions(await getDatabase(), bases, learner.id, { factIds, now });
  return {
    hard: hard.length,
    confused: confusions.length,
    facts: hard.slice(0, shownFacts).map(({ fact, recall, lapseCount }) => ({ id: fact.id, statement: statementOf(bases.of(fact.id), fact), recall, lapses: lapseCount })),
    pairs: confusions.slice(0, shownPairs).map((confusion) => toPair(basis, confusion)),
    isFiltered: filter !== null,
  };
}
