import type { DateValue, Fact } from "@/lib/facts/model";
import type { Item } from "../item";
import { daysBetween } from "./meeting";
import { mainFact, shownTexts, testedFacts, valueOf, wrongOptions } from "./reading";
import { always, type LintRule } from "./rule";

/** What holds at a date is asked with its date. */
export const statesDate: LintRule = {
  id: "truth/dated",
  says: "What varies in time, or is known as of a date, is asked with that date.",
  applies: always,
  faults(base, item) {
    return testedFacts(base, item).flatMap((fact) => {
      if (fact.asOf === undefined) return base.predicates.get(fact.predicate)?.timeVarying ? [`${fact.id} varies in time and has no date`] : [];
      const year = fact.asOf.slice(0, 4);
      return item.stem.includes(year) ? [] : [`the stem does not say ${year}, the date of ${fact.id}`];
    });
  },
};

const datesOf = (item: Item): DateValue[] => item.options.flatMap(({ value }) => (value?.kind === "date" ? value : []));

/** All dates that are offered are equally precise and of one calendar. */
export const onePrecision: LintRule = {
  id: "truth/precision",
  says: "All dates among the options have one precision, equally much written, in one time zone.",
  applies: (item) => item.type !== "ordering" && datesOf(item).length > 0,
  faults(_, item) {
    const shapes = datesOf(item).map(({ precision, edtf, timeZone }) => `${precision}, ${edtf.length} characters, ${timeZone ?? "no zone"}`);
    return new Set(shapes).size > 1 ? [`dates differ: ${[...new Set(shapes)].join(" / ")}`] : [];
  },
};

/** Whether the calendar of Beijing shows another day than the one stated. */
const isNearMidnight = ({ precision, edtf, beijingDate }: DateValue) => precision === "day" && beijingDate !== undefined && beijingDate !== edtf;

const zoneWords = (value: DateValue) => (value.timeZone === "Asia/Shanghai" ? /Beijing time/ : /\bUTC\b/);

/** A day that is another one elsewhere, or Beijing's own. */
const needsZone = (value: DateValue) => isNearMidnight(value) || (value.precision === "day" && value.timeZone === "Asia/Shanghai");

function isShown(item: Item, fact: Fact): boolean {
  return item.type !== "ordering" && item.type !== "comparison" && item.type !== "picture" && item.type !== "map" && (item.predicate === fact.predicate);
}

/** A day near a time-zone boundary says whose day it is. */
export const namesZone: LintRule = {
  id: "truth/zone",
  says: "A day that differs between UTC and Beijing, or is Beijing's, names its zone, and no option lies within a day of the key.",
  applies: always,
  faults(base, item) {
    const dates = testedFacts(base, item).flatMap((fact) => (isShown(item, fact) && fact.value.kind === "date" && needsZone(fact.value) ? fact.value : []));
    const shown = shownTexts(item).join(" ");
    const unnamed = dates.filter((date) => !zoneWords(date).test(shown)).map(({ edtf }) => `nothing names the zone of ${edtf}`);
    const main = mainFact(base, item)?.value;
    if (item.direction === "inverse" || main?.kind !== "date" || !isNearMidnight(main)) return unnamed;
    const close = wrongOptions(item).filter((option) => {
      const value = valueOf(option);
      return value?.kind === "date" && daysBetween(value, main) < 1;
    });
    return [...unnamed, ...close.map(({ text }) => `"${text}" lies within a day of the key`)];
  },
};
