import type { History } from "./history";

/** The history with each fact under the id that it goes by now, so that one answered under two of its ids is one fact. `currentId` gives back an id that it does not know. */
export function withCurrentIds(history: History, currentId: (factId: string) => string): History {
  const factIds = [...new Set(history.factIds.map(currentId))];
  if (factIds.length === history.factIds.length) return { ...history, factIds };
  const numbers = new Map(factIds.map((factId, number) => [factId, number]));
  const numberOf = history.factIds.map((factId) => numbers.get(currentId(factId))!);
  return { ...history, factIds, fact: history.fact.map((fact) => numberOf[fact]!) };
}
