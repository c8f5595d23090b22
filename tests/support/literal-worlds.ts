import type { FactBase } from "@/lib/facts/fact-base";
import type { QuantityValue } from "@/lib/facts/model";
import { asFactId } from "@/lib/shared/ids";
import { makeDate, makeFactBase, type FactInput } from "./fact-base";

/** A stated amount in tenths of a metre, as written with one decimal or with none. */
export type Amount = { tenths: number; decimals: 0 | 1; inKilometres: boolean };

/** A small base of one subject and one literal predicate: what is stated of it, and what is offered beside. */
export type LiteralSketch = { functional: boolean; listed: boolean; tolerance: 0 | 0.1; stated: Amount[] };

const metres = ({ tenths, decimals }: Amount) => (decimals === 1 ? tenths / 10 : Math.round(tenths / 10));

export const amountValue = (amount: Amount): QuantityValue =>
  amount.inKilometres ? { kind: "quantity", amount: Number((metres(amount) / 1000).toFixed(4)), unit: "km" } : { kind: "quantity", amount: metres(amount), unit: "m" };

export const literalFactId = (i: number) => asFactId(`length.${i}`);

export function literalBaseOf({ functional, listed, tolerance, stated }: LiteralSketch): FactBase {
  const facts: FactInput[] = stated.map((amount, i) => ({ id: literalFactId(i), subject: "bridge", predicate: "length", value: amountValue(amount), complete: listed }));
  return makeFactBase({ entities: ["bridge"], predicates: [{ id: "length", valueKind: "quantity", unit: "m", functional, tolerance }], facts });
}

/** True lengths are told apart to a twentieth of a centimetre up to 20 m. */
const grid = Array.from({ length: 4001 }, (_, i) => i / 200);

/** Decimals of the number as it is written, in its own unit. */
const writtenDecimals = (amount: number) => String(amount).split(".")[1]?.length ?? 0;

/** The lengths that a statement may stand for: all that round to it, and as far around as the tolerance lets an answer be; `edge` moves both ends outwards. */
export function lengthsMeant(value: QuantityValue, tolerance: number, edge: number): Set<number> {
  const factor = value.unit === "km" ? 1000 : 1;
  const slack = (0.5 * 10 ** -writtenDecimals(value.amount) + tolerance * value.amount) * factor;
  return new Set(grid.filter((length) => Math.abs(length - value.amount * factor) <= slack + edge));
}

/** An hour of the spring of 2003, from 1 March in UTC. */
const firstHour = Date.UTC(2003, 2, 1) / 3_600_000;
export const hours = Array.from({ length: 24 * 92 }, (_, i) => firstHour + i);

export type Zone = "UTC" | "Asia/Shanghai" | undefined;

/** What the calendar of a zone shows at an hour, to a precision (1 year, 2 month, 3 day). */
export const calendarAt = (hour: number, zone: "UTC" | "Asia/Shanghai", parts: number): string =>
  new Date((hour + (zone === "UTC" ? 0 : 8)) * 3_600_000).toISOString().slice(0, 10).split("-").slice(0, parts).join("-");

const hoursByDate = new Map<string, number[]>();
for (const hour of hours) {
  for (const zone of ["UTC", "Asia/Shanghai"] as const) {
    for (const parts of [1, 2, 3]) {
      const name = `${zone} ${calendarAt(hour, zone, parts)}`;
      const known = hoursByDate.get(name);
      if (known) known.push(hour);
      else hoursByDate.set(name, [hour]);
    }
  }
}

/** The hours at which a date may be meant: by its own calendar, or by either where no zone is stated. */
export const hoursMeant = (edtf: string, zone: Zone): Set<number> =>
  new Set((zone === undefined ? ["UTC", "Asia/Shanghai"] : [zone]).flatMap((each) => hoursByDate.get(`${each} ${edtf}`) ?? []));

/** A base with one launch, dated in a zone. */
export function launchBase(edtf: string, zone: Zone, beijingDate?: string): FactBase {
  const value = makeDate(edtf, { ...(zone && { timeZone: zone }), ...(beijingDate !== undefined && { beijingDate }) });
  return makeFactBase({ entities: ["ship"], predicates: [{ id: "launch_date", valueKind: "date", functional: true }], facts: [{ id: "launch", subject: "ship", predicate: "launch_date", value }] });
}
