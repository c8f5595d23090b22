import type { FactBase } from "@/lib/facts/fact-base";
import type { DateValue, FactValue } from "@/lib/facts/model";
import type { EntityId } from "@/lib/shared/ids";
import { knownNames } from "./kinship";

const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** An EDTF text in English words, cut to at most `parts` (1 year, 2 month, 3 day). */
export function dateInWords(edtf: string, parts = 3): string {
  const [year, month, day] = edtf.replace("~", "").split("-").slice(0, parts);
  return [day && String(Number(day)), month && months[Number(month) - 1], year].filter(Boolean).join(" ");
}

const partsOf = ({ precision }: DateValue) => (precision === "day" ? 3 : precision === "month" ? 2 : 1);

const numberFormat = new Intl.NumberFormat("en", { maximumFractionDigits: 12 });

/** A number with commas between thousands; a minus sign as printed. */
export const numberInWords = (amount: number) => numberFormat.format(amount).replace("-", "−");

/** What a text has to contain to say this value, in plain lower case. */
export function tracesOf(base: FactBase, value: FactValue): string[] {
  switch (value.kind) {
    case "entity": return [plainText(base.entities.get(value.entity)?.labels.en ?? "?")];
    case "date": return [plainText(dateInWords(value.edtf, partsOf(value)))];
    case "quantity": return [numberInWords(value.amount)];
    case "text": return [plainText(value.text)];
    case "boolean": return [value.value ? "yes" : "no"];
    case "coordinates": return [value.latitude, value.longitude].map((degrees) => numberInWords(Math.abs(degrees)));
  }
}

/** Lower case, no-break spaces as spaces, without a leading article. */
export const plainText = (text: string) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").replace(/^the /, "");

/** Whether a text says a value. */
export function says(base: FactBase, text: string, value: FactValue): boolean {
  const plain = plainText(text);
  return tracesOf(base, value).every((trace) => plain.includes(trace));
}

const spaced = (text: string) => ` ${text.replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;

/** Whether a text names an entity by any of its names, as whole words. */
export function names(base: FactBase, text: string, entity: EntityId): boolean {
  const plain = spaced(plainText(text));
  const label = spaced(plainText(base.entities.get(entity)?.labels.en ?? "?"));
  return plain.includes(label) || [...knownNames(base, entity)].some((name) => name.length > 2 && plain.includes(spaced(name)));
}
