import { parseEdtf } from "@/lib/facts/dates";
import type { FactBase } from "@/lib/facts/fact-base";
import type { DateValue } from "@/lib/facts/model";
import { pick, randomBelow, type Random } from "@/lib/shared/random";
import { err, ok, type Result } from "@/lib/shared/result";
import { fitsBeside, keyOption, valueDistractor, wantedDistractors, type Choice } from "./choice";
import { edtfAt, ladderOfDates, positionOf, type DateRules } from "./date-ladder";
import type { Difficulty, Option } from "./item";
import type { NoItemCode } from "./no-item";
import type { Question } from "./question";

const difficulties: Difficulty[] = ["easy", "medium", "hard"];
const draws = 12;

const latestDates = new WeakMap<FactBase, string>();

/** The latest day that any fact without an as-of date tells of (ISO): plans are not history. Nothing if no fact has a day. */
export function latestKnownDay(base: FactBase): string | undefined {
  const known = latestDates.get(base);
  if (known !== undefined) return known;
  const days = base.content.facts.flatMap(({ value, asOf }) => (value.kind === "date" && value.precision === "day" && !asOf ? value.edtf : []));
  const latest = days.reduce<string | undefined>((a, b) => (a !== undefined && a > b ? a : b), undefined);
  if (latest !== undefined) latestDates.set(base, latest);
  return latest;
}

/** The position of a text of any precision on the key's scale; its first day, month or year where it is coarser. */
const positionLike = (key: DateValue, edtf: string) => positionOf({ kind: "date", edtf, precision: key.precision });

const isPlan = ({ fact }: Question, key: DateValue) => fact.asOf !== undefined && positionOf(key) > positionLike(key, fact.asOf);

/** Where options must begin: with what is feasible, and a plan not before the day it is known from. */
function earliestPosition(question: Question, key: DateValue): number {
  const bounds = [question.predicate.feasible?.from, isPlan(question, key) ? question.fact.asOf : undefined];
  return Math.max(-Infinity, ...bounds.flatMap((edtf) => (edtf === undefined ? [] : positionLike(key, edtf))));
}

/** Where options must end: at the latest known day, or where plans may end for a date beyond it. */
function latestPosition({ base, predicate }: Question, key: DateValue): number {
  const end = predicate.feasible?.to === undefined ? Infinity : positionLike(key, predicate.feasible.to);
  const latest = latestKnownDay(base);
  if (latest === undefined) return end;
  const position = positionLike(key, latest);
  return positionOf(key) > position ? end : Math.min(end, position);
}

function toOptions(question: Question, key: DateValue, positions: readonly number[], rank: number): Option[] | undefined {
  const options: Option[] = [];
  for (const [i, position] of positions.entries()) {
    const { beijingDate: _, ...like } = key;
    const option = i === rank ? keyOption(question) : valueDistractor(question, { ...like, edtf: edtfAt(position, key.precision) });
    if (!option || !fitsBeside(option, options)) return undefined;
    options.push(option);
  }
  return options;
}

/**
 * Dates in ascending order, all of the key's precision. The key's rank is drawn first, each equally likely; there is no choice
 * where the earliest feasible or the latest known date leaves no room for some rank.
 */
export function chooseAmongDates(question: Question, random: Random): Result<Choice, NoItemCode> {
  const key = question.answer.value;
  if (key?.kind !== "date") return err("not-date");
  const parsed = parseEdtf(key.edtf);
  if (!parsed.ok || parsed.value.isApproximate) return err("approximate-date");
  const rank = randomBelow(random, wantedDistractors + 1);
  const fixed = { precision: key.precision, key: positionOf(key), rank, distractors: wantedDistractors, earliest: earliestPosition(question, key), latest: latestPosition(question, key) };
  for (let draw = 0; draw < draws; draw++) {
    const rules: DateRules = { ...fixed, difficulty: pick(random, difficulties) };
    const positions = ladderOfDates(random, rules);
    if (!positions) return err("no-room-for-dates");
    const options = toOptions(question, key, positions, rank);
    if (options) return ok({ options, key: rank, difficulty: rules.difficulty });
  }
  return err("no-false-dates");
}
