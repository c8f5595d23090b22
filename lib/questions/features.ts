import type { FactBase } from "@/lib/facts/fact-base";
import type { EntityId } from "@/lib/shared/ids";
import type { Features, Item } from "./item";
import { likenessOf } from "./likeness";

/** The greatest value that `likenessOf` gives. */
const mostLike = 8;

/** As many facts about one subject count as fully known. */
const renownedFrom = 40;

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

type Asked = Pick<Item, "type" | "options" | "prompts" | "key" | "tests">;

function guessOf({ type, options, prompts, key }: Asked): number {
  if (!Array.isArray(key)) return 0;
  if (type === "ordering") return 1 / factorial(options.length);
  if (prompts) return factorial(options.length - prompts.length) / factorial(options.length);
  return type === "multiple-response" ? 2 ** -options.length : key.length / options.length;
}

function likenessOfOptions(base: FactBase, { options, key }: Asked): number {
  if (!Array.isArray(key)) return 0;
  const right = options[key[0]!]?.entity;
  const others = options.flatMap(({ entity }, i): EntityId[] => (entity === undefined || key.includes(i) ? [] : [entity]));
  if (right === undefined || others.length === 0) return 0.5;
  return others.reduce((sum, other) => sum + likenessOf(base, right, other), 0) / others.length / mostLike;
}

/** What the difficulty of an item is foreseen from: chance of guessing, likeness of the options, renown of the subject, facts needed. */
export function featuresOf(base: FactBase, subject: EntityId, asked: Asked): Features {
  const known = base.factsBySubject.get(subject)?.length ?? 0;
  return {
    guess: guessOf(asked),
    likeness: likenessOfOptions(base, asked),
    renown: Math.min(1, Math.log1p(known) / Math.log1p(renownedFrom)),
    steps: 1 - 1 / asked.tests.length,
  };
}
