import type { QuarantineLine } from "@/lib/data/question-health";
import type { ReportLine } from "@/lib/data/reports";
import type { Response } from "@/lib/grading/grade";
import type { Item } from "@/lib/questions/item";
import { keyTextOf } from "@/lib/questions/present";

/** What the learner had answered, by the texts that were shown. */
function describeResponse({ options, prompts }: Item, response: Response): string {
  const textOf = (position: number) => options[position]?.text ?? `option ${position + 1}`;
  switch (response.kind) {
    case "choice": return textOf(response.option);
    case "choices": return response.options.map(textOf).join(", ");
    case "order": return response.order.map(textOf).join(", ");
    case "pairs": return response.pairs.map((option, i) => `${prompts?.[i]?.text}: ${option === null ? "nothing" : textOf(option)}`).join("; ");
    case "typed": return `typed: ${response.text}`;
    case "rating": return `rated ${response.rating} of 4`;
  }
}

/** A question as it was shown. */
const itemLines = (item: Item): string[] => [
  `  ${item.stem}`,
  ...(item.prompts?.length ? [`  prompts: ${item.prompts.map(({ text }) => text).join(" | ")}`] : []),
  ...(item.options.length > 0 ? [`  options: ${item.options.map(({ text }) => text).join(" | ")}`] : []),
  `  key: ${keyTextOf(item)}`,
];

/** A report as a few lines to read. */
export function reportToText({ id, item, response, reason, comment, createdAt, contentVersion }: ReportLine): string {
  const lines = [
    `${createdAt.toISOString().slice(0, 16).replace("T", " ")} UTC  ${reason}  ${item.id}`,
    ...itemLines(item),
    ...(response ? [`  answered: ${describeResponse(item, response)}`] : []),
    ...(comment ? [`  says: ${comment.replaceAll(/\s+/g, " ")}`] : []),
    `  report ${id}, content ${contentVersion}`,
  ];
  return `${lines.join("\n")}\n`;
}

/** A question that is put aside as a few lines to read. */
export function quarantineToText({ itemId, item, z, answers, quarantinedAt, clearedAt }: QuarantineLine): string {
  const lines = [
    `${quarantinedAt.toISOString().slice(0, 16).replace("T", " ")} UTC  put aside  ${itemId}`,
    ...(item ? itemLines(item) : []),
    `  z ${z?.toFixed(2) ?? "unknown"} after ${answers} answers${clearedAt ? `, cleared once on ${clearedAt.toISOString().slice(0, 10)}` : ""}`,
  ];
  return `${lines.join("\n")}\n`;
}
