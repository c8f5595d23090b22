import { certify, type Certificate } from "@/lib/facts/certificates";
import { parseEdtf } from "@/lib/facts/dates";
import type { FactBase } from "@/lib/facts/fact-base";
import type { Fact, FactValue } from "@/lib/facts/model";
import { nameOf, renderValue } from "@/lib/facts/render";
import { decimalsOf } from "@/lib/facts/quantities";
import { compareValues } from "@/lib/facts/values";
import { shuffled, type Random } from "@/lib/shared/random";
import { findClue } from "./clue";
import { canStandTogether } from "./option-display";
import { namesTellDates } from "./order-clue";
import { positionOf } from "./date-ladder";
import { isPhrase } from "./phrase";
import type { Question } from "./question";

/** Facts whose subjects are the prompts, and facts whose values are spare options; each value is proved wrong for every other subject. */
export type Bijection = { facts: Fact[]; spares: Fact[] };

/** How the value looks beside others: only values of one look stand together. Nothing for a value that cannot be an option. */
export function lookOf(base: FactBase, value: FactValue): string | undefined {
  switch (value.kind) {
    case "entity": return base.entities.get(value.entity)!.type;
    case "date": {
      const parsed = parseEdtf(value.edtf);
      return parsed.ok && !parsed.value.isApproximate ? `${value.precision} ${value.timeZone}` : undefined;
    }
    case "quantity": return value.bound ? undefined : `${value.unit} ${decimalsOf(value.amount)}`;
    case "text": return isPhrase(value.text) ? undefined : "text";
    default: return undefined;
  }
}

/** The proof that the value of `other` is wrong for the subject of `fact`; nothing where there is none. */
export function proofAgainst(base: FactBase, fact: Fact, other: Fact): Certificate | undefined {
  const proof = certify(base, { fact, direction: "forward", option: other.value });
  return proof.ok ? proof.value : undefined;
}

/** What a fact shows on the left and on the right, and whether one gives the other away. */
type Sides = { name: string; text: string; look: string | undefined; hasNameClue: boolean };

const sidesOfBase = new WeakMap<FactBase, Map<Fact, Sides>>();

/** Each fact is tried beside dozens of others, and its texts never change. */
function sidesOf(base: FactBase, fact: Fact): Sides {
  let known = sidesOfBase.get(base);
  if (!known) sidesOfBase.set(base, (known = new Map()));
  let sides = known.get(fact);
  if (!sides) {
    const name = nameOf(base, fact.subject, { bare: true });
    const text = renderValue(base, fact.value, { bare: true });
    known.set(fact, (sides = { name, text, look: lookOf(base, fact.value), hasNameClue: findClue(name, text, []) !== undefined }));
  }
  return sides;
}

/** Days as near as this could be taken for one event told in two calendars. */
const leastDaysApart = 5;

const areNearDays = (a: FactValue, b: FactValue) =>
  a.kind === "date" && b.kind === "date" && a.precision === "day" && b.precision === "day" && Math.abs(positionOf(a) - positionOf(b)) < leastDaysApart;

/** Whether the two values are certainly different, and neither reads as a part of the other. */
function standApart(base: FactBase, a: Fact, b: Fact): boolean {
  if (!canStandTogether(sidesOf(base, a).text, sidesOf(base, b).text) || areNearDays(a.value, b.value)) return false;
  return compareValues(base, base.predicates.get(a.predicate)!, a.value, b.value) === "different";
}

/** Whether a subject of one stands on the right side of the other. */
const isOnBothSides = (a: Fact, b: Fact) => a.value.kind === "entity" && a.value.entity === b.subject;

function fitsAsPrompt(base: FactBase, chosen: readonly Fact[], next: Fact): boolean {
  const { name, hasNameClue } = sidesOf(base, next);
  if (hasNameClue) return false;
  if (next.value.kind === "date" && namesTellDates([...chosen, next].map((fact) => sidesOf(base, fact).name))) return false;
  return chosen.every((other) =>
    other.subject !== next.subject
    && canStandTogether(sidesOf(base, other).name, name)
    && standApart(base, other, next)
    && !isOnBothSides(other, next) && !isOnBothSides(next, other)
    && proofAgainst(base, other, next) !== undefined
    && proofAgainst(base, next, other) !== undefined,
  );
}

function fitsAsSpare({ base }: Question, { facts, spares }: Bijection, next: Fact): boolean {
  return [...facts, ...spares].every((other) => standApart(base, other, next))
    && facts.every((fact) => !isOnBothSides(next, fact) && proofAgainst(base, fact, next) !== undefined);
}

/** How many facts are tried at most, so that a predicate with one value for many subjects stays cheap. */
const mostTried = 60;

/** Facts of which no two have the same value, those with a rarer value being as likely to come first as the others. */
function onePerValue(base: FactBase, facts: readonly Fact[], random: Random): Fact[] {
  const seen = new Set<string>();
  return shuffled(random, facts).filter((fact) => {
    const { text } = sidesOf(base, fact);
    return !seen.has(text) && seen.add(text);
  });
}

/** Among how many a set is drawn, and how many options are left over. */
export type BijectionRules = { prompts: number; spares: number };

/**
 * Up to `prompts` facts with the question's own, drawn from `peers`, and up to `spares` more with values that are wrong for all of
 * them, drawn from all facts of the predicate. There may be fewer of both; where no value is left over, a subject is given up for its value.
 */
export function drawBijection(question: Question, peers: readonly Fact[], { prompts, spares }: BijectionRules, random: Random): Bijection {
  const { base, fact, predicate } = question;
  const isAlike = (other: Fact) => sidesOf(base, other).look === sidesOf(base, fact).look;
  const drawn: Bijection = { facts: [fact], spares: [] };
  for (const peer of onePerValue(base, peers.filter(isAlike), random).slice(0, mostTried)) {
    if (drawn.facts.length === prompts) break;
    if (fitsAsPrompt(base, drawn.facts, peer)) drawn.facts.push(peer);
  }
  if (drawn.facts.length === 1) return drawn;
  const others = (base.factsByPredicate.get(predicate.id) ?? []).filter(isAlike);
  for (const other of onePerValue(base, others, random).slice(0, mostTried)) {
    if (drawn.spares.length === spares) break;
    if (fitsAsSpare(question, drawn, other)) drawn.spares.push(other);
  }
  if (drawn.spares.length === 0) drawn.spares.push(drawn.facts.pop()!);
  return drawn;
}
