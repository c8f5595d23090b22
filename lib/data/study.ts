import "server-only";
import { readVersions } from "@/lib/own-facts/fact-bases";
import type { StudyCard } from "@/lib/questions/study-card";
import type { StudyMode, StudyScope } from "@/lib/questions/study-request";
import { isTimeZone, learnerDayOf } from "@/lib/scheduling/learner-day";
import { deal, findHeldFacts, type Session } from "./deal";
import { findLearner } from "./learner";
import { planStudy, type PlanInput, type StudyPlan } from "./study-plan";
import { resolveScope, type ScopedFacts } from "./study-scope";
import { inTransaction, lockUser } from "./transaction";
import { markChangedFacts } from "./value-changes";
import type { Viewer } from "./viewer";

export { openKeyOf } from "./deal";

/** The next cards, and how much is left now: the cards handed out and not answered yet are counted too. `due` is of all begun facts, whyever they come. */
export type StudyBatch = { cards: StudyCard[]; remaining: { due: number; new: number } };

export type OpenCardsInput = {
  count: number;
  /** Presentations the browser has already; they are not handed out again. */
  holding: readonly string[];
  /** Where the browser says it is; the zone of the last answer if it does not. */
  timeZone?: string;
  /** What is studied: what is due, unless the learner chose otherwise. */
  scope?: StudyScope;
  mode?: StudyMode;
  now: Date;
};

/** Begun facts looked at first, and how many times more when they do not do: some have left the content, or have to wait, or are in the browser already. */
const lookedAtFirst = 40;
const lookedAtFurther = 8;

type Planning = Omit<PlanInput, "learner" | "today" | "mode">;

/** A plan in which nothing is taken for known that says something else by now: where it comes upon own facts of further sets, these are compared, and it is made anew. */
async function planWith(session: Session, planning: Planning, compared: Set<string>): Promise<StudyPlan> {
  const { tx, learner, today, mode } = session;
  const plan = await planStudy(tx, { learner, today, mode, ...planning });
  const further = [...plan.bases.own.keys()].filter((setId) => !compared.has(setId));
  if (further.length === 0) return plan;
  for (const setId of further) compared.add(setId);
  session.learner = await markChangedFacts(tx, learner, further);
  return planStudy(tx, { learner, today, mode, ...planning });
}

async function nextCards(session: Session, scope: ScopedFacts, { count, holding }: OpenCardsInput): Promise<StudyBatch> {
  const { tx, learner } = session;
  const held = await findHeldFacts(tx, learner.id, holding);
  const after = held.at(-1);
  const compared = new Set([...scope.bases.own.keys(), ...readVersions(learner.contentVersion ?? "").own.keys()]);
  for (let looked = lookedAtFirst; ; looked *= lookedAtFurther) {
    const plan = await planWith(session, { scope, looked, ...(after !== undefined && { after }) }, compared);
    const { cards, unsuited } = await deal({ ...session, bases: plan.bases }, plan.entries.filter(({ factId }) => !held.includes(factId)), count);
    if (cards.length < count && !plan.isAll) continue;
    const unsuitedNew = plan.entries.filter(({ factId, why }) => why === "new" && unsuited.has(factId)).length;
    const { due, new: fresh } = plan.remaining;
    return { cards, remaining: { due: due - (unsuited.size - unsuitedNew), new: fresh - unsuitedNew } };
  }
}

/** Hands out the next cards: open ones again, so that a reload or a second tab gets the same questions, else new ones by the plan. Throws UNAUTHENTICATED, and NOT_FOUND for a scope that is not there. */
export async function openCards(viewer: Viewer, input: OpenCardsInput): Promise<StudyBatch> {
  return inTransaction(async (tx) => {
    await lockUser(tx, viewer.userId);
    const known = await findLearner(tx, viewer.userId);
    const timeZone = input.timeZone && isTimeZone(input.timeZone) ? input.timeZone : known.timeZone;
    const today = learnerDayOf(input.now.getTime(), { timeZone, dayStartHour: known.dayStartHour });
    const scope = await resolveScope(tx, known, today, input.scope ?? { kind: "due" });
    const learner = await markChangedFacts(tx, known, [...scope.bases.own.keys()]);
    return nextCards({ tx, bases: scope.bases, learner, today, mode: input.mode ?? "mix", now: input.now }, scope, input);
  });
}
