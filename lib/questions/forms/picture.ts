import { describeVehicle } from "@/lib/drawings/describe";
import { vehicleFiguresOf, type SourcedFigures, type VehicleFigures } from "@/lib/drawings/vehicle-figures";
import type { FactBase } from "@/lib/facts/fact-base";
import { sharesName } from "@/lib/facts/names";
import { nameOf } from "@/lib/facts/render";
import type { Fact } from "@/lib/facts/model";
import { compareValues } from "@/lib/facts/values";
import { asFactId, type EntityId, type FactId } from "@/lib/shared/ids";
import { err, ok } from "@/lib/shared/result";
import { reasonNotToAsk } from "../eligibility";
import type { Draft, Form } from "../form";
import type { Option } from "../item";
import { peersOf } from "../peers";
import { chooseAmongPictured } from "../pictured-choice";
import type { Question } from "../question";
import { keepsBack } from "../wording";

/** "Of these": the proof is about the options; a rocket that nobody recorded may have the same figures. */
const stems = ["Which of these rockets is drawn here to scale?", "This drawing is true to scale. Which of these rockets does it show?"];

/** Less than this, as a share of the greater height, is hard to see even beside a ruler. */
const leastDifference = 0.08;

function figuresOf(base: FactBase, id: EntityId): VehicleFigures | undefined {
  const found = vehicleFiguresOf(base, id);
  return found.ok ? found.value.figures : undefined;
}

/** Whether people can see which of two rockets is drawn: by height, or by the number of boosters where both are known. */
function canBeToldApart(base: FactBase, drawn: VehicleFigures, rival: Fact): boolean {
  if (rival.value.kind !== "quantity") return false;
  const other = figuresOf(base, rival.subject);
  const hasOtherBoosters = drawn.boosters !== undefined && other?.boosters !== undefined && drawn.boosters !== other.boosters;
  const heights = [drawn.height, other?.height ?? rival.value.amount];
  return hasOtherBoosters || Math.abs(heights[0]! - heights[1]!) >= leastDifference * Math.max(...heights);
}

/** Rockets of which it is proved that they are not as tall, as options. */
function rivalsOf(question: Question, drawn: VehicleFigures): Map<EntityId, Option> {
  const { base, predicate, fact } = question;
  const isRival = (rival: Fact) =>
    compareValues(base, predicate, fact.value, rival.value) === "different" && !sharesName(base, fact.subject, rival.subject) && canBeToldApart(base, drawn, rival);
  const toOption = ({ subject, id }: Fact): Option => ({
    text: nameOf(base, subject, { bare: true }),
    entity: subject,
    certificate: { rule: "value-disjoint", because: [fact.id, id] },
  });
  return new Map(peersOf(question).filter(isRival).map((rival) => [rival.subject, toOption(rival)]));
}

/** The drawn facts besides the height: tested where they may be asked, told in any case. */
function drawnFacts(base: FactBase, { facts }: SourcedFigures, height: FactId): Pick<Draft, "alsoTests" | "alsoTold"> {
  const others = Object.values(facts).filter((id) => id !== height).map((id) => base.facts.get(asFactId(id))!);
  const [tested, told] = [others.filter((fact) => reasonNotToAsk(base, fact) === undefined), others.filter((fact) => reasonNotToAsk(base, fact) !== undefined)];
  return { alsoTests: tested.map(({ id }) => id), alsoTold: told.map(({ id }) => id) };
}

/** A rocket drawn to scale from its figures: which is it? The other options are certainly shorter or taller. */
export const picture: Form = {
  name: "picture",
  type: "picture",
  way: "choose",
  directions: ["inverse"],
  make({ question, locale, random }) {
    const { base, fact, answer } = question;
    if (fact.predicate !== "height") return err("not-height");
    if (locale !== "en") return err("no-wording");
    const found = vehicleFiguresOf(base, fact.subject);
    if (!found.ok || found.value.facts.height !== fact.id) return err("few-figures");
    const { figures } = found.value;
    const rivals = rivalsOf(question, figures);
    const drafts: Draft[] = [];
    for (const [i, stem] of stems.entries()) {
      const rules = { candidates: [...rivals.keys()], toOption: (id: EntityId) => rivals.get(id), areApart: () => true };
      const choice = chooseAmongPictured(question, rules, random(String(i + 1)));
      if (!choice.ok) return choice;
      const { options, key, difficulty } = choice.value;
      if (!keepsBack(stem, answer.text, { others: options.filter((_, at) => at !== key).map(({ text }) => text) })) continue;
      const figure = { kind: "launch-vehicle" as const, figures };
      drafts.push({
        variant: i + 1, stem, template: `picture/inverse/${i + 1}`, options, key: [key], difficulty,
        figure, described: `A rocket ${describeVehicle(figures)}.`, ...drawnFacts(base, found.value, fact.id),
      });
    }
    return drafts.length > 0 ? ok(drafts) : err("told-by-wording");
  },
};
