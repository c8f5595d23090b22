import { err, ok, type Result } from "@/lib/shared/result";
import type { TextLocale } from "./dates";
import type { FactBase } from "./fact-base";
import type { Bound, QuantityValue, Unit } from "./model";

export type UnitError = "unknown-unit" | "other-dimension";

/** An inclusive range of amounts in the dimension's base unit; the ends may be infinite. */
export type AmountInterval = { low: number; high: number; dimension: string };

type Units = Pick<FactBase, "units">;

/** The dimension of a number without a unit: a count or an ordinal. */
export const bareDimension = "number";

/** The unit that people spell so: its id, its symbol, one of its aliases or its words (symbols are compared as written, words in any case). */
export function findUnit(base: Units, spelling: string): Unit | undefined {
  const text = spelling.trim();
  const lower = text.toLowerCase();
  const units = [...base.units.values()];
  return (
    units.find((unit) => unit.id === text || unit.symbol === text || unit.aliases.includes(text)) ??
    units.find((unit) => [unit.id, unit.one, unit.many, ...unit.aliases].some((word) => word?.toLowerCase() === lower))
  );
}

/** The amount in the base unit of its dimension; a bare number is its own. */
export function toBaseAmount(base: Units, value: QuantityValue): Result<{ amount: number; dimension: string }, "unknown-unit"> {
  if (value.unit === undefined) return ok({ amount: value.amount, dimension: bareDimension });
  const unit = base.units.get(value.unit);
  return unit ? ok({ amount: value.amount * unit.factor, dimension: unit.dimension }) : err("unknown-unit");
}

/** An amount of unit `from` in unit `to`, both ids of the base's units. */
export function convert(base: Units, amount: number, from: string, to: string): Result<number, UnitError> {
  const [source, target] = [base.units.get(from), base.units.get(to)];
  if (!source || !target) return err("unknown-unit");
  if (source.dimension !== target.dimension) return err("other-dimension");
  return ok(from === to ? amount : Number(((amount * source.factor) / target.factor).toPrecision(12)));
}

/** Decimals that a number shows, 0–12. */
export function decimalsOf(amount: number): number {
  // Amounts are mostly whole, and compared by the hundred thousand; from 12 digits on the last ones are not looked at.
  if (Number.isInteger(amount) && Math.abs(amount) < 1e12) return 0;
  const [digits = "", power = "0"] = String(Number(amount.toPrecision(12))).split("e");
  const decimals = (digits.split(".")[1]?.length ?? 0) - Number(power);
  return Math.min(12, Math.max(0, decimals));
}

/** Half of the last digit shown; none for a whole number of things, which is counted and not measured. */
function roundingOf(value: QuantityValue, unit: Unit | undefined): number {
  const isCounted = Number.isInteger(value.amount) && (!unit || unit.dimension === "count" || unit.dimension === unit.id);
  return isCounted ? 0 : 0.5 * 10 ** -decimalsOf(value.amount);
}

/** How far "about" and "nearly" may reach, relative to the amount: a round number said so is seldom a tenth off. */
const looseTolerance = 0.1;

function boundedRange(amount: number, slack: number, bound: Bound | undefined): [number, number] {
  const loose = Math.max(slack, looseTolerance * Math.abs(amount));
  switch (bound) {
    case undefined: return [amount - slack, amount + slack];
    case "about": return [amount - loose, amount + loose];
    case "nearly": return [amount - loose, amount + slack];
    case "at-least":
    case "more-than": return [amount - slack, Infinity];
    case "at-most": return [-Infinity, amount + slack];
    // Better may mean more (pointing) or less (resolution).
    case "better-than": return [-Infinity, Infinity];
  }
}

/**
 * The range in which the true amount lies, in base units: half of the last digit shown (nothing for counts) plus `tolerance`
 * (relative, 0 = exact), opened by the bound ("about" and "nearly": at least a tenth; "at least" and the like: without end).
 */
export function quantityInterval(base: Units, value: QuantityValue, tolerance: number): Result<AmountInterval, "unknown-unit"> {
  const stated = toBaseAmount(base, value);
  if (!stated.ok) return stated;
  const unit = value.unit === undefined ? undefined : base.units.get(value.unit);
  const slack = roundingOf(value, unit) + tolerance * Math.abs(value.amount);
  const [low, high] = boundedRange(value.amount, slack, value.bound);
  const factor = unit?.factor ?? 1;
  return ok({ low: low * factor, high: high * factor, dimension: stated.value.dimension });
}

/** Whether two amounts of one dimension cannot be the same; amounts of different dimensions are not compared and count as meeting. */
export function areQuantitiesDisjoint(base: Units, a: QuantityValue, b: QuantityValue, tolerance: number): boolean {
  const [first, second] = [quantityInterval(base, a, tolerance), quantityInterval(base, b, tolerance)];
  if (!first.ok || !second.ok || first.value.dimension !== second.value.dimension) return false;
  return first.value.high < second.value.low || second.value.high < first.value.low;
}

const boundWords: Record<TextLocale, Record<Bound, string>> = {
  en: {
    about: "about", nearly: "nearly", "at-least": "at least", "at-most": "up to", "more-than": "more than", "better-than": "better than",
  },
  zh: { about: "约", nearly: "近", "at-least": "至少", "at-most": "最多", "more-than": "超过", "better-than": "优于" },
};

/** The number with thousands separators; `decimals` (0–12) fixes how many are shown, so that a set of options looks alike. */
export function formatNumber(amount: number, decimals: number = decimalsOf(amount)): string {
  const [whole, fraction] = Math.abs(amount).toFixed(decimals).split(".");
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${amount < 0 ? "−" : ""}${grouped}${fraction ? `.${fraction}` : ""}`;
}

/** The unit as it follows `amount`: its word where it has one (for one or many; in Chinese its first alias in Han), else its symbol. Throws on an unknown unit. */
export function unitWord(base: Units, unitId: string, amount: number, locale: TextLocale = "en"): string {
  const unit = base.units.get(unitId);
  if (!unit) throw new Error(`Unknown unit: ${unitId}`);
  if (locale === "zh") return (unit.one && unit.aliases.find((alias) => /\p{Script=Han}/u.test(alias))) ?? unit.symbol;
  return (amount === 1 ? unit.one : unit.many) ?? unit.symbol;
}

/** The amount as people write it: "about 5,200 kg", "3 astronauts", "98.3°". Throws on an unknown unit. */
export function formatQuantity(base: Units, value: QuantityValue, options: { decimals?: number; locale?: TextLocale } = {}): string {
  const locale = options.locale ?? "en";
  const number = formatNumber(value.amount, options.decimals);
  const word = value.unit === undefined ? "" : unitWord(base, value.unit, value.amount, locale);
  const amount = word === "" ? number : `${number}${/^[°%]/.test(word) || locale === "zh" ? "" : " "}${word}`;
  if (!value.bound) return amount;
  return `${boundWords[locale][value.bound]}${locale === "zh" ? "" : " "}${amount}`;
}
