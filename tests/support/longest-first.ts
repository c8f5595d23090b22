import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The longest, as measured in November 2026, longest first. Without this they come in the order of their size, and a short file that takes long would be left over at the end for one worker alone. */
const longest = ["concurrency", "parameters-command", "kill", "parameters", "study", "class-matrix", "platform-start", "progress-checkpoint", "own-facts-study", "progress-learning", "auth-http", "quiz-front-http", "platform-migrations", "api", "progress-coming", "audit-sixty-days"];

const rankOf = ({ moduleId }: TestSpecification) => {
  const rank = longest.findIndex((name) => moduleId.endsWith(`/integration/${name}.test.ts`));
  return rank === -1 ? longest.length : rank;
};

/** Begins with the files that take longest. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => rankOf(a) - rankOf(b));
  }
}
