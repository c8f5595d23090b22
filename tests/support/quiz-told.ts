/** All names of fields, and all texts, of a value. */
export function walk(value: unknown, seen = { names: new Set<string>(), texts: [] as string[] }) {
  if (typeof value === "string" || typeof value === "number") seen.texts.push(String(value));
  if (typeof value !== "object" || value === null) return seen;
  for (const [name, part] of Object.entries(value)) {
    if (!Array.isArray(value)) seen.names.add(name);
    walk(part, seen);
  }
  return seen;
}

/** Every name that a reply may have before the end. A new one is looked at by somebody before it is written here. */
export const told = new Set([
  "attemptId", "count", "isOpen", "isHolder", "clock", "leftMs", "limitMs", "question", "setup", "timer", "kind", "seconds", "layout", "isLockIn", "marking", "questions", "answers",
  "position", "sequence", "form", "stem", "options", "prompts", "figure", "described", "asks", "unit", "precision", "id", "text",
  "response", "certainty", "isFlagged", "isFinal", "option", "order", "pairs", "state",
  // Of what is drawn beside the stem.
  "figures", "height", "coreDiameter", "stages", "boosters", "boosterDiameter", "secondStageDiameter", "fairingDiameter", "fairingLength", "about",
  "drawing", "marksOptions", "width", "graticule", "land", "marks", "lines", "x", "y", "label", "anchor",
]);
