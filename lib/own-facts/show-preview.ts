import type { FactBase } from "@/lib/facts/fact-base";
import type { Item, ItemType } from "@/lib/questions/item";
import { keyTextOf } from "@/lib/questions/present";
import type { FactId } from "@/lib/shared/ids";
import { finish, type Steps } from "@/lib/shared/steps";
import { brokenRuleCodes, codeByRule, type BrokenRuleCode } from "./broken-rule";
import { noQuestionCodesOf, type NoQuestionCode } from "./no-question";
import type { OwnContent } from "./own-content";
import { ownIds } from "./own-ids";
import { previewQuestionsInSteps, type FactPreview, type FailedItem } from "./preview-questions";

/** A question as its maker sees it, with what is right. */
export type PreviewedQuestion = { form: ItemType; stem: string; options: { text: string; isRight: boolean }[]; prompts?: string[]; answer: string };

/** Questions that are left out, all for one reason; `found`: the words in them that break the rule, where it is about words. */
export type LeftOut = { code: BrokenRuleCode; found: string[]; questions: { form: ItemType; stem: string }[] };

/** What is asked of one fact; `forms`: all the forms, of which only some are shown. Without questions `reasons` say why there are none, besides those that are left out. */
export type PreviewedFact = {
  id: FactId;
  statement: string;
  forms: ItemType[];
  questions: PreviewedQuestion[];
  /** How many questions are left out since they break a rule, and for what; one may stand under two reasons. */
  failed: { count: number; reasons: LeftOut[] };
  reasons: NoQuestionCode[];
};

function toQuestion(item: Item): PreviewedQuestion {
  const { type, stem, options, prompts, key } = item;
  const isChosen = prompts === undefined && type !== "ordering" && Array.isArray(key);
  return {
    form: type, stem, answer: keyTextOf(item),
    options: isChosen ? options.map(({ text }, i) => ({ text, isRight: key.includes(i) })) : options.map(({ text }) => ({ text, isRight: false })),
    ...(prompts && { prompts: prompts.map(({ text }) => text) }),
  };
}

/** As many as a reader can tell apart: items of one form may have the same words, and other options. */
const apart = (failed: readonly FailedItem[]): LeftOut["questions"] =>
  [...new Map(failed.map(({ type, stem }) => [`${type} ${stem}`, { form: type, stem }])).values()];

function leftOut(failed: readonly FailedItem[]): LeftOut[] {
  return brokenRuleCodes.flatMap((code) => {
    const own = failed.filter(({ rule }) => codeByRule[rule] === code);
    return own.length === 0 ? [] : [{ code, found: [...new Set(own.flatMap(({ found }) => found ?? []))], questions: apart(own) }];
  });
}

/** Why nothing is asked; that no form suits the fact is not said where some do and are only left out. */
function noQuestionReasons({ samples, reasons, failed }: FactPreview): NoQuestionCode[] {
  if (samples.length > 0) return [];
  const codes = noQuestionCodesOf(reasons.map(({ reason }) => reason));
  return failed.length > 0 ? codes.filter((code) => code !== "no-form") : codes;
}

/** As `showPreview`, stopping between forms and items. */
export function* showPreviewInSteps(base: FactBase, factId: FactId, seed: number): Steps<PreviewedFact> {
  const [preview] = yield* previewQuestionsInSteps(base, { seed, facts: [factId] });
  const { fact, statement, forms, samples, failed } = preview!;
  return {
    id: fact, statement,
    forms: [...new Set(forms.map(({ type }) => type))],
    questions: samples.map(toQuestion),
    failed: { count: apart(failed).length, reasons: leftOut(failed) },
    reasons: noQuestionReasons(preview!),
  };
}

/** What is asked of a fact, as it is shown before anything is kept. Throws on an unknown id. */
export const showPreview = (base: FactBase, factId: FactId, seed: number): PreviewedFact => finish(showPreviewInSteps(base, factId, seed));

/**
 * The facts of cards and tables in the order of a preview: the cards as they were written; of a table a fact of each column, each of another row, and so on
 * until all have had their turn, so that the first few show every column and several things.
 */
export function previewOrder(setId: string, { cards, tables }: OwnContent): FactId[] {
  const ids = ownIds(setId);
  const ofTables = tables.flatMap(({ rows, columns }) =>
    rows.flatMap((_, round) =>
      columns.flatMap((column, at) => {
        const row = rows[(round + at) % rows.length]!;
        return row.cells[at] === null ? [] : [ids.fact(row.id, column.id)];
      }),
    ),
  );
  return [...cards.map(({ id }) => ids.fact(id, "definition")), ...ofTables];
}
