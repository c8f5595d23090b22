import "server-only";
import { z } from "zod";
import { getDatabase } from "@/lib/db/database";
import type { Fact } from "@/lib/facts/model";
import { mayBeAsked } from "@/lib/facts/fact-query";
import { nameOf, statementOf } from "@/lib/facts/render";
import type { FactBases } from "@/lib/own-facts/fact-bases";
import { dayNumber } from "@/lib/progress/day-number";
import { kindAt, placesOf } from "@/lib/progress/fact-answers";
import type { AnswerKind } from "@/lib/progress/history";
import { memoryCurve, type MemoryCurve } from "@/lib/progress/memory-curve";
import { outlookOf, type Outlook } from "@/lib/progress/why-then";
import type { LearnerDay } from "@/lib/scheduling/learner-day";
import { AppError } from "@/lib/shared/app-error";
import { basesOfFacts } from "./fact-bases";
import { readGivenAnswers, type GivenLine } from "./given-answers";
import { calibrationOf, ruleOf } from "./learner";
import { loadProgressBasis, type ProgressBasis } from "./progress-basis";
import type { Viewer } from "./viewer";

/** How the viewer stands with a fact that can still be asked. */
export type FactStanding = Outlook & { dueOn: LearnerDay; lastDay: LearnerDay; reviews: number; lapses: number };

export type FactHistory = {
  id: string;
  /** The fact as a sentence; null once it has left the content, or is of a set that the viewer may use no longer. */
  statement: string | null;
  /** What can be explored; null for own facts too. */
  subject: { id: string; name: string } | null;
  /** The latest first; `count` is of all. */
  answers: (GivenLine & { kind: AnswerKind | null })[];
  count: number;
  today: LearnerDay;
  curve: MemoryCurve;
  /** Null for a fact that was never answered, or can be asked no longer. */
  standing: FactStanding | null;
  desiredRetention: number;
  choice: { isSuspended: boolean; buriedUntil: LearnerDay | null; mnemonic: string };
  mayBeAsked: boolean;
};

/** It comes from an address. */
const factIdSchema = z.string().regex(/^[\w.~-]{1,200}$/);

const noSuchFact = () => new AppError("NOT_FOUND", "There is no such fact.");

/** A year of answers to one fact, and what a page can hold. */
const shownAnswers = 200;

async function choiceOf(userId: string, ids: readonly string[], today: LearnerDay): Promise<FactHistory["choice"]> {
  const rows = await (await getDatabase()).factChoice.findMany({ where: { userId, factId: { in: [...ids] } } });
  const buriedUntil = rows.map((row) => row.buriedUntil).find((day) => day !== null && day > today) ?? null;
  return { isSuspended: rows.some(({ suspendedAt }) => suspendedAt !== null), buriedUntil, mnemonic: rows.find(({ mnemonic }) => mnemonic !== "")?.mnemonic ?? "" };
}

function standingOf({ states, learner, today }: ProgressBasis, fact: Fact | undefined): FactStanding | null {
  const state = fact && states.get(fact.id);
  if (!state) return null;
  const { dueOn, lastDay, reviewCount, lapseCount } = state;
  return { ...outlookOf(state, today, calibrationOf(learner), ruleOf(learner)), dueOn, lastDay, reviews: reviewCount, lapses: lapseCount };
}

/** A fact that is due soon is shown a little beyond that day, so that one sees where it goes. */
function drawnUntil(today: LearnerDay, standing: FactStanding | null): number {
  const last = Math.max(dayNumber(today), standing ? dayNumber(standing.dueOn) : 0);
  const from = standing ? dayNumber(standing.lastDay) : last;
  return standing ? last + Math.max(2, Math.round((last - from) / 4)) : last;
}

const aboutFact = (bases: FactBases, fact: Fact | undefined): Pick<FactHistory, "statement" | "subject" | "mayBeAsked"> => ({
  statement: fact ? statementOf(bases.of(fact.id), fact) : null,
  subject: fact && bases.main.facts.has(fact.id) ? { id: fact.subject, name: nameOf(bases.main, fact.subject, { bare: true }) } : null,
  mayBeAsked: fact !== undefined && mayBeAsked(fact),
});

/**
 * All that the viewer's log tells of one fact, by any id that it goes or went by. Throws UNAUTHENTICATED without a user, and NOT_FOUND for what the content does
 * not know and the viewer never answered.
 */
export async function factHistory(viewer: Viewer, factId: string, now: Date): Promise<FactHistory> {
  if (!factIdSchema.safeParse(factId).success) throw noSuchFact();
  const bases = await basesOfFacts(await getDatabase(), viewer, [factId]);
  const fact = bases.fact(factId);
  const ids = fact ? [fact.id, ...fact.formerIds] : [factId];
  const [basis, { lines, count }] = await Promise.all([loadProgressBasis(viewer, null, now), readGivenAnswers(viewer, ids, shownAnswers)]);
  const { history, learner, today } = basis;
  if (!fact && count === 0) throw noSuchFact();
  const standing = standingOf(basis, fact);
  const known = new Set<string>(ids);
  const kinds = new Map(placesOf(history, known).map((place) => [history.atMs[place], kindAt(history, place)]));
  return {
    id: fact?.id ?? factId,
    ...aboutFact(bases, fact),
    answers: lines.map((line) => ({ ...line, kind: line.isTakenBack ? null : (kinds.get(line.atMs) ?? null) })),
    count,
    today,
    curve: memoryCurve(history, known, drawnUntil(today, standing), ruleOf(learner).engine),
    standing,
    desiredRetention: learner.desiredRetention,
    choice: await choiceOf(learner.id, ids, today),
  };
}
