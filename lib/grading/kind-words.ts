import { typePath, type FactBase } from "@/lib/facts/fact-base";
import { normalise } from "./normalise";

const kindsByBase = new WeakMap<FactBase["types"], Map<string, readonly string[]>>();

/** What things of a type are called, normalised, the longest first: its own label and other words, and those of the types above it. */
function kindsOf(base: Pick<FactBase, "types">, type: string): readonly string[] {
  let known = kindsByBase.get(base.types);
  if (!known) kindsByBase.set(base.types, (known = new Map()));
  let kinds = known.get(type);
  if (!kinds) {
    const words = typePath(base, type).flatMap((id) => {
      const { label, alsoCalled = [] } = base.types.get(id)!;
      return [label.en, ...(label.zh ? [label.zh] : []), ...alsoCalled];
    });
    known.set(type, (kinds = [...new Set(words.map(normalise))].sort((a, b) => b.length - a.length)));
  }
  return kinds;
}

const isHan = (text: string) => /\p{Script=Han}/u.test(text);

/**
 * A name without the word for its kind: of "Long March 5 rocket", "the city of Xi'an" and 山西省 the name alone, normalised; null where no such word stands there
 * or nothing else does.
 */
export function withoutKind(base: Pick<FactBase, "types">, type: string, text: string): string | null {
  const plain = normalise(text);
  for (const kind of kindsOf(base, type)) {
    const after = isHan(kind) ? kind : ` ${kind}`;
    if (plain.endsWith(after) && plain.length > after.length) return plain.slice(0, -after.length).trim();
    for (const before of [`${kind} of `, `${kind} `]) {
      if (!isHan(kind) && plain.startsWith(before)) return plain.slice(before.length);
    }
  }
  return null;
}
