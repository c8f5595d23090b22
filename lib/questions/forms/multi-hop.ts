import { capitalise } from "@/lib/facts/articles";
import { factsOf } from "@/lib/facts/fact-base";
import { nameOf } from "@/lib/facts/render";
import { ancestorsOf, descendantsOf } from "@/lib/facts/relations";
import { compareValues } from "@/lib/facts/values";
import type { FactValue } from "@/lib/facts/model";
import { shuffled, type Random } from "@/lib/shared/random";
import { err, ok } from "@/lib/shared/result";
import type { Choice } from "../choice";
import { chooseOptions, standsOut, textsBesideKey } from "../choose-options";
import type { Draft, Form } from "../form";
import { hopsTo, namesEntity, type Hop } from "../hops";
import type { Option } from "../item";
import type { Question } from "../question";
import { keepsBack, mostWords, type Stem } from "../wording";

const mostVariants = 3;

/** Among how many of the best-known ways to the subject the variants are drawn. */
const mostHops = 8;

/** Subjects of which as many facts are known are a help on the way. */
const wellKnownFrom = 15;

/** Words that after a relative clause would be read as a part of it ("the laboratory that the crew visited with its solar arrays"). */
const attaches = /^,? (?:with|at|when|on|for|in|by|from|before|after|during|over|as|to|and)\b|^ \(/;

/** Words of a sentence that sound repeated in a phrase inside it; forms of "fly" count as one word. */
const loudWords = (text: string) =>
  new Set((text.toLowerCase().replace(/\bfl(?:y|ew|own)\b/g, "flight").match(/\p{L}{5,}/gu) ?? []).filter((word) => word !== "which" && word !== "where"));

/** Whether the phrase reads well between the two parts of a sentence. */
function readsWell(before: string, phrase: string, after: string): boolean {
  if (/^['’\p{L}\p{N}]/u.test(after) || /\b(?:an?|its|this)\s+$/i.test(before)) return false;
  if (/ (?:that|which|whom) /.test(phrase) && attaches.test(after)) return false;
  const around = loudWords(`${before} ${after}`);
  return ![...loudWords(phrase)].some((word) => around.has(word));
}

/** The stem with the phrase where the subject was named; nothing where the sentence cannot take it there. */
function replaceName({ base, fact }: Question, stem: string, phrase: string): string | undefined {
  const name = nameOf(base, fact.subject).toLowerCase();
  const at = stem.toLowerCase().indexOf(name);
  if (at < 0 || stem.toLowerCase().includes(name, at + 1)) return undefined;
  const [before, after] = [stem.slice(0, at).replace(/\bthe\s+$/i, ""), stem.slice(at + name.length)];
  if (!readsWell(before, phrase, after)) return undefined;
  const text = capitalise(before + phrase + after);
  return text.split(/\s+/).length > mostWords ? undefined : text;
}

/** One of the ways in which a stem and a phrase of the hop make a sentence that does not name the subject. */
function wordHop(question: Question, hop: Hop, stems: readonly Stem[], random: Random): Pick<Draft, "stem" | "template"> | undefined {
  const pairs = shuffled(random, stems.flatMap((stem) => hop.phrases.map((phrase) => ({ stem, phrase }))));
  for (const { stem: { text, template }, phrase } of pairs) {
    const stem = replaceName(question, text, phrase);
    if (stem !== undefined && !namesEntity(question.base, stem, question.fact.subject)) return { stem, template };
  }
  return undefined;
}

const valueOf = ({ entity, value }: Option): FactValue | undefined => (entity !== undefined ? { kind: "entity", entity } : value);

/** Of a granular hop a variant, or the whole, may be meant: then what is true of it cannot be a wrong option. */
function isTrueOfRelative({ base, fact, predicate }: Question, hop: Hop, choice: Choice): boolean {
  if (!base.predicates.get(hop.fact.predicate)!.granular) return false;
  const relatives = [...ancestorsOf(base, fact.subject), ...descendantsOf(base, fact.subject)];
  const known = relatives.flatMap((id) => factsOf(base, id, predicate.id)).filter(({ rank }) => rank !== "deprecated");
  const wrong = choice.options.flatMap((option, i) => (i === choice.key ? [] : (valueOf(option) ?? [])));
  return known.some(({ value }) => wrong.some((option) => compareValues(base, predicate, value, option) !== "different"));
}

/** Whether the options name neither what the question leads over nor where it starts. */
function keepsWay({ base, fact }: Question, hop: Hop, { options }: Choice): boolean {
  return options.every(({ text, entity }) => !namesEntity(base, text, fact.subject) && (entity === undefined || entity !== hop.from));
}

function draftOf(question: Question, hop: Hop, stems: readonly Stem[], random: Random): Omit<Draft, "variant"> | undefined {
  const worded = wordHop(question, hop, stems, random);
  if (!worded) return undefined;
  const choice = chooseOptions(question, random);
  if (!choice.ok || standsOut(choice.value) || !keepsWay(question, hop, choice.value) || isTrueOfRelative(question, hop, choice.value)) return undefined;
  const { options, key } = choice.value;
  if (!keepsBack(worded.stem, question.answer.text, { others: textsBesideKey(choice.value) })) return undefined;
  return { ...worded, options, key: [key], difficulty: hop.renown >= wellKnownFrom ? "medium" : "hard", alsoTests: [hop.fact.id] };
}

/** Whether the hop leads on: not by the fact that is asked for, and not from its answer. */
const leadsOn = ({ fact, answer }: Question, hop: Hop) => hop.fact.predicate !== fact.predicate && (hop.from === undefined || hop.from !== answer.entity);

/** Asks for the value of a fact whose subject is not named, but described by another fact. */
export const multiHop: Form = {
  name: "multi-hop",
  type: "multi-hop",
  way: "choose",
  directions: ["forward"],
  make({ question, stems, random }) {
    const hops = hopsTo(question.base, question.fact.subject).filter((hop) => leadsOn(question, hop));
    if (hops.length === 0) return err("no-hop");
    const worded = stems();
    if (!worded.ok) return worded;
    const draw = random("hops");
    const drafts: Draft[] = [];
    for (const hop of shuffled(draw, hops.slice(0, mostHops))) {
      const draft = draftOf(question, hop, worded.value, draw);
      if (draft) drafts.push({ ...draft, variant: drafts.length + 1 });
      if (drafts.length === mostVariants) break;
    }
    return drafts.length > 0 ? ok(drafts) : err("no-fitting-hop");
  },
};
