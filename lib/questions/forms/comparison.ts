import type { Fact } from "@/lib/facts/model";
import { nameOf } from "@/lib/facts/render";
import { areRelated } from "@/lib/facts/relations";
import { sharesName } from "@/lib/facts/names";
import { pick, shuffled, type Random } from "@/lib/shared/random";
import { err, ok } from "@/lib/shared/result";
import type { Draft, Form } from "../form";
import type { Option } from "../item";
import { canStandTogether, isConspicuous } from "../option-display";
import { namesAmount, namesTellDates } from "../order-clue";
import { peersOf } from "../peers";
import type { Question } from "../question";
import { stemsOfSeveral } from "../several-wording";
import { nearness, orderOf } from "../value-order";
import { keepsBack, type Stem } from "../wording";

const mostVariants = 2;

const sides = ["most", "least"] as const;
type SideStem = Stem & { side: (typeof sides)[number] };

function namesOf({ base, fact }: Question, rival: Fact): [string, string] {
  return [nameOf(base, fact.subject, { bare: true }), nameOf(base, rival.subject, { bare: true })];
}

/** Whether it is certain which of the two has more, and their names do not say so. */
function isRival(question: Question, rival: Fact): boolean {
  const { base, predicate, fact } = question;
  const [own, other] = namesOf(question, rival);
  if (!canStandTogether(own, other) || isConspicuous(own, [other]) || isConspicuous(other, [own])) return false;
  if (areRelated(base, fact.subject, rival.subject) || sharesName(base, fact.subject, rival.subject)) return false;
  if (fact.value.kind === "date" ? namesTellDates([own, other]) : namesAmount(base, own) || namesAmount(base, other)) return false;
  return orderOf(base, predicate, fact.value, rival.value) !== undefined;
}

function draftOf(question: Question, rival: Fact, stem: SideStem, random: Random): Omit<Draft, "variant"> | undefined {
  const { base, predicate, fact } = question;
  const isMore = orderOf(base, predicate, fact.value, rival.value) === 1;
  const winner = isMore === (stem.side === "most") ? fact : rival;
  const toOption = ({ subject, id }: Fact): Option => ({
    text: nameOf(base, subject, { bare: true }),
    entity: subject,
    ...(id !== winner.id && { certificate: { rule: "compared" as const, because: [fact.id, rival.id] } }),
  });
  const options = shuffled(random, [toOption(fact), toOption(rival)]);
  const key = options.findIndex(({ certificate }) => certificate === undefined);
  if (!keepsBack(stem.text, options[key]!.text, { others: [options[1 - key]!.text] })) return undefined;
  const difficulty = nearness(base, predicate, fact.value, rival.value);
  return { stem: stem.text, template: stem.template, options, key: [key], difficulty, alsoTests: [rival.id] };
}

/** Which of two has more (or comes later), where it is proved that their values do not meet. */
export const comparison: Form = {
  name: "comparison",
  type: "comparison",
  way: "choose",
  directions: ["forward"],
  make({ question, locale, random }) {
    const { predicate } = question;
    if (!predicate.functional || (predicate.valueKind !== "date" && predicate.valueKind !== "quantity")) return err("not-ordered");
    const worded = sides.map((side) => stemsOfSeveral(question, `compare-${side}`, predicate.wording.compare[side], locale));
    const stems = worded.flatMap((result, i) => (result.ok ? [result.value.map((stem): SideStem => ({ ...stem, side: sides[i]! }))] : []));
    if (stems.length === 0) return worded[0]!.ok ? err("no-wording") : worded[0]!;
    const draw = random("pairs");
    const drafts: Draft[] = [];
    let hasRival = false;
    for (const rival of shuffled(draw, peersOf(question))) {
      if (!isRival(question, rival)) continue;
      hasRival = true;
      const draft = draftOf(question, rival, pick(draw, pick(draw, stems)), draw);
      if (draft) drafts.push({ ...draft, variant: drafts.length + 1 });
      if (drafts.length === mostVariants) break;
    }
    if (!hasRival) return err("nothing-to-compare");
    return drafts.length > 0 ? ok(drafts) : err("told-by-wording");
  },
};
