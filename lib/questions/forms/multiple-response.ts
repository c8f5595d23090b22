import { pick, shuffled, type Random } from "@/lib/shared/random";
import { err, ok, type Result } from "@/lib/shared/result";
import { stemsForAll } from "../all-wording";
import { measureDifficulty } from "../entity-choice";
import type { Draft, Form } from "../form";
import type { Option } from "../item";
import type { NoItemCode } from "../no-item";
import { provenRivals } from "../proven-rivals";
import type { Question } from "../question";
import { rightOptions, type RightOption } from "../right-answers";
import { keepsBack, type Stem } from "../wording";

const sizes = [5, 6];
const greatestSize = Math.max(...sizes);
const leastRight = 2;
const mostRight = 5;

/** How many options there are and how many of them are right, from two to all but one, each pair that the facts allow equally likely. */
function drawNumbers(random: Random, right: number, wrong: number): { right: number; wrong: number } | undefined {
  const possible = sizes.flatMap((size) =>
    Array.from({ length: size - leastRight }, (_, i) => ({ right: leastRight + i, wrong: size - leastRight - i })),
  );
  const fitting = possible.filter((numbers) => numbers.right <= right && numbers.wrong <= wrong);
  return fitting.length > 0 ? pick(random, fitting) : undefined;
}

type Drawn = { right: RightOption[]; wrong: Option[] };

function drawOptions(question: Question, random: Random): Result<Drawn, NoItemCode> {
  const known = rightOptions(question, (facts) => shuffled(random, facts), mostRight);
  if (known.length < leastRight) return err("single-asked-answer");
  const rivals = provenRivals(question, known.map(({ option }) => option), greatestSize - leastRight, random);
  const numbers = drawNumbers(random, known.length, rivals.length);
  if (!numbers) return err("few-false-beside-several");
  return ok({ right: known.slice(0, numbers.right), wrong: rivals.slice(0, numbers.wrong) });
}

/** Whether every right option is longer, or every one shorter, than all the wrong ones by so much that it shows. */
function tellsByLength({ right, wrong }: Drawn): boolean {
  const [ofRight, ofWrong] = [right.map(({ option }) => option.text.length), wrong.map(({ text }) => text.length)];
  return Math.min(...ofRight) > 1.4 * Math.max(...ofWrong) || 1.4 * Math.max(...ofRight) < Math.min(...ofWrong);
}

/** How often the options are drawn anew while their lengths tell. */
const draws = 6;

function draftOne(question: Question, { text, template, wording }: Stem, random: Random): Result<Draft, NoItemCode> {
  let drawn = drawOptions(question, random);
  for (let draw = 1; draw < draws && drawn.ok && tellsByLength(drawn.value); draw++) drawn = drawOptions(question, random);
  if (!drawn.ok) return drawn;
  if (tellsByLength(drawn.value)) return err("told-by-lengths");
  const { right, wrong } = drawn.value;
  const others = wrong.map((option) => option.text);
  if (!right.every(({ option }) => keepsBack(text, option.text, { others }))) return err("told-by-wording");
  const options = shuffled(random, [...right.map(({ option }) => option), ...wrong]);
  const { entity } = question.answer;
  return ok({
    variant: wording,
    stem: text,
    template,
    options,
    key: options.flatMap(({ certificate }, i) => (certificate ? [] : [i])),
    difficulty: entity === undefined ? "medium" : measureDifficulty(question.base, entity, wrong),
    alsoTests: right.slice(1).map(({ fact }) => fact.id),
  });
}

/** Two to five right options among five or six; every other one is proved false. It asks for values of one subject, or for subjects with one value. */
export const multipleResponse: Form = {
  name: "multiple-response",
  type: "multiple-response",
  way: "choose",
  directions: ["forward", "inverse"],
  make({ question, locale, random }) {
    if (question.direction === "forward" && question.predicate.functional) return err("single-answer");
    const worded = stemsForAll(question, locale);
    if (!worded.ok) return worded;
    const drafts: Draft[] = [];
    let reason: NoItemCode = "told-by-wording";
    for (const stem of worded.value) {
      const draft = draftOne(question, stem, random(String(stem.wording)));
      if (draft.ok) drafts.push(draft.value);
      else reason = draft.error;
    }
    return drafts.length > 0 ? ok(drafts) : err(reason);
  },
};
