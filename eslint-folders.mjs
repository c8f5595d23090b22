/**
 * The folders of lib/ and whom each may import (besides itself and lib/shared).
 * A folder that is not declared here fails tests/unit/house/folders.test.ts.
 */
export const pureFolders = {
  shared: [],
  facts: [],
  drawings: ["facts"],
  questions: ["facts", "drawings"],
  grading: ["facts", "questions"],
  scheduling: [],
  quiz: ["facts", "questions", "grading"],
  "own-facts": ["facts", "questions", "grading"],
  progress: ["scheduling"],
  classroom: [],
  statistics: [],
};

const allPure = Object.keys(pureFolders);

export const serverFolders = {
  content: ["facts", "env.ts"],
  db: ["env.ts"],
  auth: ["db", "env.ts", ...allPure],
  data: ["db", "auth", "content", "env.ts", ...allPure],
};

/** Server files that stand in lib/ itself. */
export const serverFiles = {
  "actions.ts": ["auth", ...allPure],
  "env.ts": [],
};
