import { useTranslations } from "next-intl";
import { unbroken } from "@/components/ui/unbroken";
import { answerKindOf, type Answer, type StudyCard } from "@/lib/questions/study-card";

type AnswerFactsProps = { answer: Answer; card: Pick<StudyCard, "form" | "options" | "prompts">; isRight: boolean };

/**
 * What is right, as facts in sentences. An order and pairs are told by their facts, one after the other; among options the right ones are
 * marked in their place; a typed answer is said on its own first, unless it was given.
 */
export function AnswerFacts({ answer: { text, statement, more = [] }, card, isRight }: AnswerFactsProps) {
  const t = useTranslations("study.verdict");
  const kind = answerKindOf(card);
  const items = more.map((fact) => <li key={fact}>{unbroken(fact)}</li>);

  if (more.length > 0 && kind === "order") {
    return (
      <div className="max-w-measure">
        <p className="font-medium">{t("rightOrder")}</p>
        <ol className="flex list-decimal flex-col gap-1 pl-5 marker:text-muted">{items}</ol>
      </div>
    );
  }
  if (more.length > 0 && kind === "pairs") {
    return (
      <div className="max-w-measure">
        <p className="font-medium">{t("rightPairs")}</p>
        <ul className="flex flex-col gap-1">{items}</ul>
      </div>
    );
  }
  const isSaid = isRight || kind === "choice" || kind === "choices";
  return (
    <>
      {!isSaid && <p className="max-w-measure font-medium">{t("answer", { answer: unbroken(text) })}</p>}
      <p className="max-w-measure">{unbroken(statement)}</p>
      {items.length > 0 && (
        <ul aria-label={t("more")} className="flex max-w-measure flex-col gap-2">
          {items}
        </ul>
      )}
    </>
  );
}
