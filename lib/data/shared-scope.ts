import "server-only";
import type { FactBase } from "@/lib/facts/fact-base";
import { factsIn, mayBeAsked, type FactQuery } from "@/lib/facts/fact-query";
import type { Fact } from "@/lib/facts/model";
import { nameOf } from "@/lib/facts/render";
import type { FactBases } from "@/lib/own-facts/fact-bases";
import type { QuizScope } from "@/lib/quiz/quiz-setup";
import { AppError } from "@/lib/shared/app-error";
import { asEntityId } from "@/lib/shared/ids";
import { basesOfSets, contentAlone } from "./fact-bases";
import { factsOfSet } from "./set-facts";
import type { Transaction } from "./transaction";
import type { UsableSet } from "./usable-set";

/** `name`: of the set or entity, which may have another later. `bases`: all that the facts belong to. */
export type QuizFacts = { facts: readonly Fact[]; name: string | null; bases: FactBases };

type Shared = Omit<QuizFacts, "bases">;

const noQuery: FactQuery = { topics: [], entities: [], facts: [] };

type SharedScope = Exclude<QuizScope, { kind: "mistakes" | "set" }>;

/** What is the same for everybody. Throws NOT_FOUND for a topic or entity that the content does not know. */
function sharedFacts(base: FactBase, scope: SharedScope): Shared {
  switch (scope.kind) {
    case "all":
      return { facts: base.content.facts.filter(mayBeAsked), name: null };
    case "topics": {
      const known = new Set(base.content.entities.map(({ topic }) => topic));
      if (!scope.topics.every((topic) => known.has(topic))) throw new AppError("NOT_FOUND", "There is no such topic.");
      return { facts: factsIn(base, { ...noQuery, topics: scope.topics }), name: null };
    }
    case "entity": {
      const id = asEntityId(scope.id);
      if (!base.entities.has(id)) throw new AppError("NOT_FOUND", "There is no such entity.");
      return { facts: factsIn(base, { ...noQuery, entities: [id] }), name: nameOf(base, id, { bare: true }) };
    }
  }
}

/** See `sharedFacts`. */
export function factsOfShared(scope: SharedScope): QuizFacts {
  const bases = contentAlone();
  return { ...sharedFacts(bases.main, scope), bases };
}

/** Those of a set that has been read; whether the viewer may use it is the caller's to know. */
export async function factsOfNamedSet(tx: Transaction, set: Pick<UsableSet, "id" | "ownerId" | "revision" | "query" | "name">): Promise<QuizFacts> {
  const bases = await basesOfSets(tx, [set]);
  return { facts: factsOfSet(bases, set), name: set.name, bases };
}

/** What work of a class is about, whoever asks: whether they may is the caller's to know. Throws NOT_FOUND for what is gone. */
export async function factsOfWork(tx: Transaction, scope: QuizScope): Promise<QuizFacts> {
  if (scope.kind === "mistakes") throw new AppError("NOT_FOUND", "A class has no mistakes in common.");
  if (scope.kind !== "set") return factsOfShared(scope);
  const set = await tx.factSet.findUnique({ where: { id: scope.id }, omit: { ownFacts: true } });
  if (!set) throw new AppError("NOT_FOUND", "The set of this assignment is gone.");
  return factsOfNamedSet(tx, set);
}
