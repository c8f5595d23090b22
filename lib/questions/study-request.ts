/** What to study. `weak`: facts in review that are least likely to be recalled; `mistakes`: those whose last answer was wrong, or wrong within the last week. */
export type StudyScope =
  | { kind: "due" | "weak" | "mistakes" }
  | { kind: "topic" | "entity" | "set" | "assignment"; id: string }
  | { kind: "facts"; ids: readonly string[] };

/** How: rated by oneself, asked by the app, or both in turn. */
export const studyModes = ["mix", "flashcards", "learn"] as const;
export type StudyMode = (typeof studyModes)[number];

/** How long: until nothing is left, or so many cards or minutes. */
export type StudyLength = { unit: "cards" | "minutes"; count: number } | null;

export type StudyRequest = { scope: StudyScope; mode: StudyMode; length: StudyLength };

/** The most facts that may be named one by one. */
export const mostNamedFacts = 50;

const named = ["topic", "entity", "set", "assignment"] as const;
const isId = (text: string) => /^[\w.~-]{1,200}$/.test(text);

/** A scope as it stands in an address: `due`, `topic:engines`, `facts:a,b`. */
export function formatScope(scope: StudyScope): string {
  if ("ids" in scope) return `facts:${scope.ids.join(",")}`;
  return "id" in scope ? `${scope.kind}:${scope.id}` : scope.kind;
}

/** The scope that a text stands for; null for any other text, too many facts and odd characters among them. */
export function parseScope(text: string): StudyScope | null {
  if (text === "due" || text === "weak" || text === "mistakes") return { kind: text };
  const [, kind, rest] = /^([a-z]+):(.+)$/.exec(text) ?? [];
  if (kind === undefined || rest === undefined) return null;
  if (kind === "facts") {
    const ids = rest.split(",");
    return ids.length <= mostNamedFacts && ids.every(isId) ? { kind, ids } : null;
  }
  const known = named.find((name) => name === kind);
  return known && isId(rest) ? { kind: known, id: rest } : null;
}

/** The address of a session: parts that are as usual (what is due, mixed, without an end) are left out. */
export function studyAddress({ scope, mode, length }: StudyRequest): "/study" | `/study?${string}` {
  const query = new URLSearchParams();
  if (scope.kind !== "due") query.set("what", formatScope(scope));
  if (mode !== "mix") query.set("how", mode);
  if (length) query.set(length.unit, String(length.count));
  const text = query.toString();
  return text === "" ? "/study" : `/study?${text}`;
}
