/** Something wrong in the content: where, what, and how to mend it. `field` is the part of the declaration or fact that is meant. */
export type Fault = {
  at: { kind: "entity" | "fact" | "predicate" | "source" | "type" | "unit" | "qualifier" | "claim"; id: string; field?: string };
  problem: string;
  mend: string;
};

/** Edits that turn one text into the other, counted up to `most`; more give `most + 1` (Levenshtein). */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    if (Math.min(...next) > most) return most + 1;
    row = next;
  }
  return row[b.length]!;
}

/** The known id that is most likely meant, at most a third of its letters away; the first in order among equals. */
export function nearestId(id: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let distance = Math.max(1, Math.floor(id.length / 3)) + 1;
  for (const candidate of known) {
    const edits = editDistance(id, candidate, distance - 1);
    if (edits < distance) [best, distance] = [candidate, edits];
  }
  return best;
}

/** The fault of naming something that does not exist, with the id that was probably meant. */
export function unknownId(at: Fault["at"], what: string, id: string, known: Iterable<string>): Fault {
  const near = nearestId(id, known);
  const mend = near ? `Did you mean "${near}"? Otherwise declare "${id}" first.` : `Declare "${id}" first, or name ${/^[aeiou]/.test(what) ? "an" : "a"} ${what} that exists.`;
  return { at, problem: `There is no ${what} "${id}".`, mend };
}

/** One fault for each id that stands more than once. */
export function repeatedIds(kind: Fault["at"]["kind"], ids: Iterable<string>): Fault[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const id of ids) (seen.has(id) ? repeated : seen).add(id);
  return [...repeated].map((id) => ({
    at: { kind, id },
    problem: `The ${kind} id "${id}" is used more than once.`,
    mend: `Give each ${kind} an id of its own; an id is never reused.`,
  }));
}
