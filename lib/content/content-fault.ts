import "server-only";

/** Something wrong under `content/`: where it stands, what it is, and how to mend it. */
export type ContentFault = { file: string; line?: number; problem: string; mend: string };

/** Where a declaration was read: the file, and the keys and positions that lead to it. */
export type Origin = { file: string; path: (string | number)[] };

/** A fault before its line is looked up. */
export type UnplacedFault = { origin: Origin; problem: string; mend: string };

/** The fault as one line of text: `content/entities/a.yaml:12: problem mend`. */
export const formatFault = ({ file, line, problem, mend }: ContentFault) => `${file}${line ? `:${line}` : ""}: ${problem} ${mend}`;
