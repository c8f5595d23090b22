import "server-only";
import type { QuizScope } from "@/lib/quiz/quiz-setup";
import type { LearnerDay } from "@/lib/scheduling/learner-day";
import { basesOfFacts } from "./fact-bases";
import { factsNamed } from "./set-facts";
import { factsOfNamedSet, factsOfShared, type QuizFacts } from "./shared-scope";
import { findMistakes } from "./study-scope";
import type { Transaction } from "./transaction";
import { findUsableSet } from "./usable-set";
import type { Viewer } from "./viewer";

/** The facts that a quiz may ask about, begun or not. Throws NOT_FOUND for a topic or entity that the content does not know, and for a set that the viewer may not use. */
export async function factsOfScope(tx: Transaction, viewer: Viewer, today: LearnerDay, scope: QuizScope): Promise<QuizFacts> {
  if (scope.kind === "set") return factsOfNamedSet(tx, await findUsableSet(tx, viewer, scope.id));
  if (scope.kind !== "mistakes") return factsOfShared(scope);
  const factIds = await findMistakes(tx, { userId: viewer.userId, today });
  const bases = await basesOfFacts(tx, viewer, factIds);
  return { facts: factsNamed(bases, factIds), name: null, bases };
}
