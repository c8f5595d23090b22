import { mustNameZone, possibleDays, zoneLabel } from "@/lib/facts/dates";
import type { Fact, FactValue } from "@/lib/facts/model";
import { nameOf, renderValue } from "@/lib/facts/render";
import { pick, randomBelow, shuffled, type Random } from "@/lib/shared/random";
import { err, ok } from "@/lib/shared/result";
import { drawBijection, lookOf, proofAgainst, type Bijection } from "../bijection";
import { findClue } from "../clue";
import type { Draft, Form } from "../form";
import type { Option, Prompt } from "../item";
import { wordsOfMatching } from "../match-wording";
import { peersOf } from "../peers";
import type { Question } from "../question";
import type { Stem } from "../wording";

const leastPrompts = 3;
const mostPrompts = 4;
const mostVariants = 2;
const draws = 4;

function toOption({ base }: Question, { value }: Fact): Option {
  const text = renderValue(base, value, { bare: true });
  return value.kind === "entity" ? { text, entity: value.entity } : { text, value };
}

const magnitude = (value: FactValue) => (value.kind === "date" ? possibleDays(value).firstDay : value.kind === "quantity" ? value.amount : 0);

/** Names and texts in random order, dates and amounts in ascending order. */
function arrange({ predicate }: Question, facts: readonly Fact[], random: Random): Fact[] {
  const mixed = shuffled(random, facts);
  return predicate.valueKind === "date" || predicate.valueKind === "quantity" ? mixed.sort((a, b) => magnitude(a.value) - magnitude(b.value)) : mixed;
}

function toPrompt({ base }: Question, fact: Fact, shown: readonly Fact[]): Prompt {
  return {
    text: nameOf(base, fact.subject, { bare: true }),
    entity: fact.subject,
    fact: fact.id,
    certificates: shown.map((other) => (other === fact ? null : proofAgainst(base, fact, other)!)),
  };
}

/** Days that are not the same everywhere need the name of their calendar, which `lookOf` makes one for all. */
function withZone(text: string, facts: readonly Fact[]): string {
  const days = facts.flatMap(({ value }) => (value.kind === "date" && mustNameZone(value) ? [value] : []));
  return days.length === 0 ? text : text.replace(/\.$/, ` (${zoneLabel(days[0]!)}).`);
}

/** Nothing where a prompt's words stand in its own option and not in all others. */
function draftOf(question: Question, { facts, spares }: Bijection, stem: Stem, random: Random): Omit<Draft, "variant"> | undefined {
  const shown = arrange(question, [...facts, ...spares], random);
  const options = shown.map((fact) => toOption(question, fact));
  const asked = shuffled(random, facts);
  const prompts = asked.map((fact) => toPrompt(question, fact, shown));
  const key = asked.map((fact) => shown.indexOf(fact));
  const othersOf = (i: number) => options.flatMap(({ text }, j) => (j === key[i] ? [] : [text]));
  if (prompts.some(({ text }, i) => findClue(text, options[key[i]!]!.text, othersOf(i)) !== undefined)) return undefined;
  return {
    stem: withZone(stem.text, shown),
    template: stem.template,
    options,
    prompts,
    key,
    difficulty: prompts.length === mostPrompts ? "hard" : "medium",
    alsoTests: facts.slice(1).map(({ id }) => id),
  };
}

/** Three or four subjects and more values than subjects; each value is proved wrong for every subject but its own. */
export const matching: Form = {
  name: "matching",
  type: "matching",
  way: "choose",
  directions: ["forward"],
  make({ question, locale, random }) {
    const { base, fact } = question;
    if (lookOf(base, fact.value) === undefined) return err("not-matchable");
    const stems = wordsOfMatching(question, locale);
    if (!stems.ok) return stems;
    const draw = random("sets");
    const peers = peersOf(question);
    const bySet = new Map<string, Draft>();
    for (let i = 0; i < draws && bySet.size < mostVariants; i++) {
      const drawn = drawBijection(question, peers, { prompts: mostPrompts, spares: 1 + randomBelow(draw, 2) }, draw);
      if (drawn.facts.length === 1) break;
      if (drawn.facts.length < leastPrompts) continue;
      const name = drawn.facts.map(({ id }) => id).sort().join(" ");
      const draft = bySet.has(name) ? undefined : draftOf(question, drawn, pick(draw, stems.value), draw);
      if (draft) bySet.set(name, { ...draft, variant: bySet.size + 1 });
    }
    return bySet.size > 0 ? ok([...bySet.values()]) : err("few-pairs");
  },
};
