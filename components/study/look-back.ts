import type { Given } from "./session-state";

export type LearntFact = { factId: string; statement: string };

/** Of each fact once, the newest words; in the order first met. */
function factsOf(history: readonly Given[]): LearntFact[] {
  const statements = new Map<string, string>();
  for (const { card, feedback } of history) if (card && feedback) statements.set(card.factId, feedback.answer.statement);
  return [...statements].map(([factId, statement]) => ({ factId, statement }));
}

type LookBack = {
  /** New facts of which the last answer was right; nobody knows them before. */
  learnt: LearntFact[];
  /** New facts of which it was not. */
  open: LearntFact[];
  /** Facts met before today that were missed at least once. */
  slipped: LearntFact[];
  /** All that were missed at least once, new ones too. */
  missed: LearntFact[];
};

/** What a session came to. */
export function lookBack(history: readonly Given[]): LookBack {
  const [fresh, missed, right] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { card, feedback } of history) {
    if (!card || !feedback) continue;
    if (card.isNew) fresh.add(card.factId);
    if (feedback.isRight) right.add(card.factId);
    else {
      missed.add(card.factId);
      right.delete(card.factId);
    }
  }
  const factsThat = (holds: (factId: string) => boolean) => factsOf(history.filter(({ card }) => card && holds(card.factId)));
  return {
    learnt: factsThat((id) => fresh.has(id) && right.has(id)),
    open: factsThat((id) => fresh.has(id) && !right.has(id)),
    slipped: factsThat((id) => missed.has(id) && !fresh.has(id)),
    missed: factsThat((id) => missed.has(id)),
  };
}
