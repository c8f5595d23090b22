/** A run of plain text or one placeholder. */
export type TemplatePiece = { text: string; placeholder?: undefined } | { placeholder: string };

/** A part of a wording; an optional one stood in `[[ ]]`. */
export type TemplateSegment = { isOptional: boolean; pieces: TemplatePiece[] };

function splitPieces(text: string): TemplatePiece[] {
  return text
    .split(/(\{\w+\})/)
    .filter((part) => part !== "")
    .map((part) => (/^\{\w+\}$/.test(part) ? { placeholder: part.slice(1, -1) } : { text: part }));
}

function split(template: string): TemplateSegment[] {
  return template
    .split(/(\[\[.*?\]\])/)
    .filter((part) => part !== "")
    .map((part) => {
      const isOptional = part.startsWith("[[") && part.endsWith("]]");
      return { isOptional, pieces: splitPieces(isOptional ? part.slice(2, -2) : part) };
    });
}

type Parsed = { segments: readonly TemplateSegment[]; placeholders: readonly { name: string; isOptional: boolean }[] };

/** There are as many entries as the content has wordings, and each is filled in for many facts. */
const parsedTemplates = new Map<string, Parsed>();

function parse(template: string): Parsed {
  let parsed = parsedTemplates.get(template);
  if (!parsed) {
    const segments = split(template);
    const placeholders = segments.flatMap(({ isOptional, pieces }) =>
      pieces.flatMap((piece) => (piece.placeholder === undefined ? [] : [{ name: piece.placeholder, isOptional }])),
    );
    parsedTemplates.set(template, (parsed = { segments, placeholders }));
  }
  return parsed;
}

/** The segments of a wording in order. Brackets that do not match stay in the text; `templateFault` finds them. */
export const splitTemplate = (template: string): readonly TemplateSegment[] => parse(template).segments;

/** Every placeholder of a wording, in order, with whether it may be missing. */
export const placeholdersOf = (template: string): readonly { name: string; isOptional: boolean }[] => parse(template).placeholders;

/** What is wrong with how a wording is written: brackets or braces that do not match, an optional part without a placeholder; nothing if it is well formed. */
export function templateFault(template: string): string | undefined {
  if (template.trim() === "") return "is empty";
  for (const { isOptional, pieces } of splitTemplate(template)) {
    const text = pieces.map((piece) => (piece.placeholder === undefined ? piece.text : "")).join("");
    if (/\[\[|\]\]/.test(text)) return "has [[ or ]] without its partner";
    if (/[{}]/.test(text)) return "has a brace that does not belong to a placeholder such as {value}";
    if (isOptional && pieces.every((piece) => piece.placeholder === undefined)) return "has an optional part without a placeholder";
  }
  return undefined;
}
