import "server-only";
import type { QuizAttempt } from "@/lib/db/generated/client";
import type { QuizScope, QuizSetup } from "@/lib/quiz/quiz-setup";

/** What a quiz is about, for whoever puts it into words: topics by their ids, a set or an entity by the name it had when the quiz began. */
export type QuizTitle = { kind: QuizScope["kind"]; topics: string[]; name: string | null };

/** The setup was checked before it was stored. */
export const setupOf = ({ setup }: Pick<QuizAttempt, "setup">): QuizSetup => setup as unknown as QuizSetup;

export function titleOf(attempt: Pick<QuizAttempt, "setup" | "scopeName">): QuizTitle {
  const { scope } = setupOf(attempt);
  return { kind: scope.kind, topics: scope.kind === "topics" ? scope.topics : [], name: attempt.scopeName };
}
