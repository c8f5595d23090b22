import type { SourceLine } from "@/lib/questions/study-card";

export type NumberedSource = { number: number; source: SourceLine };

const keyOf = ({ title, url, at }: SourceLine) => [title, url ?? "", at ?? ""].join("\n");

/** Each different source (with its place inside) once, numbered from 1 in the order of the facts; and a look-up of the number. */
export function numberSources(facts: readonly { sources: readonly SourceLine[] }[]) {
  const numbered = new Map<string, NumberedSource>();
  for (const source of facts.flatMap((fact) => fact.sources)) {
    const key = keyOf(source);
    if (!numbered.has(key)) numbered.set(key, { number: numbered.size + 1, source });
  }
  return {
    list: [...numbered.values()],
    numberOf: (source: SourceLine) => numbered.get(keyOf(source))?.number ?? 0,
  };
}
