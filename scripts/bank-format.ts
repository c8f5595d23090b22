import type { FactValue } from "@/lib/facts/model";
import type { Item } from "@/lib/questions/item";

/** A value as a plain JSON value: the EDTF text, the amount, the text itself. */
function plainValue(value: FactValue): unknown {
  switch (value.kind) {
    case "entity": return value.entity;
    case "date": return value.edtf;
    case "quantity": return value.amount;
    case "text": return value.text;
    case "boolean": return value.value;
    case "coordinates": return { latitude: value.latitude, longitude: value.longitude };
  }
}

const withPlainValue = <T extends { value?: FactValue }>({ value, ...rest }: T) => ({ ...rest, ...(value && { value: plainValue(value) }) });

export function toJsonLine(item: Item): string {
  const options = item.options.map(({ certificate, ...option }) => ({ ...withPlainValue(option), ...(certificate && { certificate }) }));
  const claim = item.claim && { claim: withPlainValue(item.claim) };
  return `${JSON.stringify({ ...item, ...claim, options, key: Array.isArray(item.key) ? item.key : withPlainValue(item.key) })}\n`;
}

export function toText(item: Item): string {
  const { key } = item;
  const head = `${item.stem}\n  [${item.id}, ${item.difficulty}, ${item.template}]\n`;
  if (!Array.isArray(key)) return `${head}  = ${key.text}\n\n`;
  const lines = item.options.map(({ text, certificate }, i) => `  ${key.includes(i) ? "*" : "-"} ${text}${certificate ? ` (${certificate.rule})` : ""}`);
  return `${head}${lines.join("\n")}\n\n`;
}
