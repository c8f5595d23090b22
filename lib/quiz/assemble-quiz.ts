import type { FactBase } from "@/lib/facts/fact-base";
import type { Item } from "@/lib/questions/item";
import type { Blueprint, Slot } from "@/lib/questions/papers/blueprint";
import { findItem, type Draft, type Filling } from "@/lib/questions/papers/fill";
import { generatedSupply, type Supply } from "@/lib/questions/papers/supply";
import { toldBy } from "@/lib/questions/papers/told";
import type { FactId } from "@/lib/shared/ids";
import { namedRandom, shuffled, type Random } from "@/lib/shared/random";
import { err, ok, type Result } from "@/lib/shared/result";
import { quizForms, type QuizSetup } from "./quiz-setup";

/** Facts of one base. */
export type PaperPart = { base: FactBase; facts: ReadonlySet<FactId> };

/** How a paper is drawn: `isAllowed` leaves out single items, such as those under review. The seed must not be known to the learner. */
export type PaperDraw = { seed: number; isAllowed: (item: Item) => boolean };

export type PaperRequest = PaperDraw & Pick<PaperPart, "facts">;

type Wishes = Pick<QuizSetup, "count" | "difficulty" | "forms">;

/** The blueprint of the paper that was chosen, on facts of the scope. */
export function blueprintOf({ count, difficulty, forms }: Wishes, facts: ReadonlySet<FactId>): Blueprint {
  return { count, facts, forms: forms ?? quizForms, ...(difficulty !== "mixed" && { difficulty: { [difficulty]: 1 } }) };
}

function allowedSupply(supply: Supply, isAllowed: PaperDraw["isAllowed"]): Supply {
  return { ...supply, itemsOf: (fact, type) => supply.itemsOf(fact, type).map((part) => () => part().filter(isAllowed)) };
}

const none: ReadonlySet<FactId> = new Set();

/** What there is to fill places with from one base, and what was taken of it so far. */
type Source = { facts: ReadonlySet<FactId>; filling: Filling; draft: Draft };

function toSource(wishes: Wishes, { base, facts }: PaperPart, { seed, isAllowed }: PaperDraw, random: Random): Source {
  const supply = allowedSupply(generatedSupply(base, seed), isAllowed);
  return { facts, filling: { base, supply, blueprint: blueprintOf(wishes, facts), random, order: [], avoided: none }, draft: { slots: [], items: [] } };
}

/** All places of such a paper are alike, so each fact needs to be looked at only once: what did not go with the questions before it does not go with more of them. */
function drawItems(parts: readonly PaperPart[], wishes: Wishes, draw: PaperDraw, random: Random): Item[] {
  const sources = parts.map((part) => toSource(wishes, part, draw, random));
  const slot: Slot = wishes.difficulty === "mixed" ? {} : { difficulty: wishes.difficulty };
  const items: Item[] = [];
  const candidates = sources.flatMap((source) => source.filling.supply.facts.filter((fact) => source.facts.has(fact)).map((fact) => ({ fact, source })));
  for (const { fact, source } of shuffled(random, candidates)) {
    if (items.length === wishes.count) break;
    const item = findItem({ ...source.filling, order: [fact] }, source.draft, slot, Infinity);
    if (!item) continue;
    source.draft.items.push(item);
    items.push(item);
  }
  return items;
}

/** Whether an item gives away, before or after it is answered, none of the facts that the paper could test besides it. */
const isDiscreet = (parts: readonly PaperPart[], item: Item) =>
  parts.every(({ base, facts }) => !base.facts.has(item.tests[0]!) || [...toldBy(base, item).facts].every((fact) => !facts.has(fact) || item.tests.includes(fact)));

/**
 * The questions of a quiz on facts of one base or of several, of which no two of one base are enemies (see `areEnemies`; so no fact is tested twice), in random order: as many as were
 * chosen, or as many as were found, where the facts do not give so many. Of few facts, whose questions tell of each other, those are asked that tell of nothing else, if that makes more of
 * them. NO_QUESTION where there are none. The same content, wishes, facts and seed give the same paper.
 */
export function assembleFrom(parts: readonly PaperPart[], wishes: Wishes, draw: PaperDraw): Result<Item[], "NO_QUESTION"> {
  const random = namedRandom(draw.seed, "quiz");
  const free = drawItems(parts, wishes, draw, random);
  const discreet = free.length === wishes.count ? [] : drawItems(parts, wishes, { ...draw, isAllowed: (item) => draw.isAllowed(item) && isDiscreet(parts, item) }, random);
  const items = discreet.length > free.length ? discreet : free;
  return items.length > 0 ? ok(shuffled(random, items)) : err("NO_QUESTION");
}

/** The same on facts of one base. */
export const assembleQuiz = (base: FactBase, wishes: Wishes, { facts, ...draw }: PaperRequest): Result<Item[], "NO_QUESTION"> => assembleFrom([{ base, facts }], wishes, draw);
