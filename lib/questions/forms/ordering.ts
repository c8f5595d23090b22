import type { Fact } from "@/lib/facts/model";
import { nameOf } from "@/lib/facts/render";
import { areRelated } from "@/lib/facts/relations";
import { pick, randomBelow, shuffled, type Random } from "@/lib/shared/random";
import { err, ok } from "@/lib/shared/result";
import type { Draft, Form } from "../form";
import type { Difficulty } from "../item";
import { canStandTogether } from "../option-display";
import { namesAmount, namesTellDates, numbersFollow } from "../order-clue";
import { peersOf } from "../peers";
import type { Question } from "../question";
import { stemsOfSeveral } from "../several-wording";
import { nearness, orderOf } from "../value-order";
import type { Stem } from "../wording";

const leastSubjects = 3;
const mostVariants = 2;
const draws = 4;

/** Whether the fact can be put in order with all of them: the order is certain, and no name tells it. */
function fits({ base, predicate }: Question, chosen: readonly Fact[], next: Fact): boolean {
  const nameOfSubject = ({ subject }: Fact) => nameOf(base, subject, { bare: true });
  const name = nameOfSubject(next);
  if (predicate.valueKind === "quantity" && namesAmount(base, name)) return false;
  if (predicate.valueKind === "date" && namesTellDates([...chosen, next].map(nameOfSubject))) return false;
  return chosen.every((other) =>
    other.subject !== next.subject
    && canStandTogether(nameOfSubject(other), name)
    && !areRelated(base, other.subject, next.subject)
    && orderOf(base, predicate, other.value, next.value) !== undefined,
  );
}

/** The question's fact and others in ascending order; undefined where too few fit together. */
function drawFacts(question: Question, peers: readonly Fact[], random: Random): Fact[] | undefined {
  const { base, predicate, fact } = question;
  const wanted = randomBelow(random, 4) === 0 ? 5 : 4;
  if (!fits(question, [], fact)) return undefined;
  const chosen = [fact];
  for (const peer of shuffled(random, peers)) {
    if (chosen.length === wanted) break;
    if (fits(question, chosen, peer)) chosen.push(peer);
  }
  if (chosen.length < leastSubjects) return undefined;
  const ordered = chosen.sort((a, b) => orderOf(base, predicate, a.value, b.value)!);
  return numbersFollow(ordered.map(({ subject }) => nameOf(base, subject))) ? undefined : ordered;
}

const levels: Difficulty[] = ["easy", "medium", "hard"];

/** As hard as its nearest neighbours are to tell apart. */
function difficultyOf({ base, predicate }: Question, ordered: readonly Fact[]): Difficulty {
  const steps = ordered.slice(1).map((fact, i) => levels.indexOf(nearness(base, predicate, ordered[i]!.value, fact.value)));
  return levels[Math.max(...steps)]!;
}

/** In random order, but never the right one. */
function mix<T>(random: Random, ordered: readonly T[]): T[] {
  const mixed = shuffled(random, ordered);
  return mixed.every((value, i) => value === ordered[i]) ? [...mixed.slice(1), mixed[0]!] : mixed;
}

function draftOf(question: Question, ordered: readonly Fact[], stem: Stem, random: Random): Omit<Draft, "variant"> {
  const { base, fact } = question;
  const shown = mix(random, ordered);
  return {
    stem: stem.text,
    template: stem.template,
    options: shown.map(({ subject }) => ({ text: nameOf(base, subject, { bare: true }), entity: subject })),
    key: ordered.map((each) => shown.indexOf(each)),
    difficulty: difficultyOf(question, ordered),
    alsoTests: ordered.flatMap(({ id }) => (id === fact.id ? [] : [id])),
  };
}

/** Three to five subjects to be put in ascending order of one predicate, whose values are proved not to meet. */
export const ordering: Form = {
  name: "ordering",
  type: "ordering",
  way: "choose",
  directions: ["forward"],
  make({ question, locale, random }) {
    const { predicate } = question;
    if (!predicate.functional || (predicate.valueKind !== "date" && predicate.valueKind !== "quantity")) return err("not-ordered");
    const stems = stemsOfSeveral(question, "order", predicate.wording.order, locale);
    if (!stems.ok) return stems;
    const draw = random("sets");
    const peers = peersOf(question);
    const bySet = new Map<string, Draft>();
    for (let i = 0; i < draws && bySet.size < mostVariants; i++) {
      const ordered = drawFacts(question, peers, draw);
      const name = ordered?.map(({ id }) => id).join(" ");
      if (!ordered || bySet.has(name!)) continue;
      bySet.set(name!, { ...draftOf(question, ordered, pick(draw, stems.value), draw), variant: bySet.size + 1 });
    }
    return bySet.size > 0 ? ok([...bySet.values()]) : err("few-in-order");
  },
};
