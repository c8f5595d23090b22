"use client";

import { Check, TriangleAlert } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { QuestionStem } from "@/components/answer/question-stem";
import { Button } from "@/components/ui/button";
import type { PreviewPage } from "@/lib/own-facts/preview-page";
import type { LeftOut, PreviewedFact, PreviewedQuestion } from "@/lib/own-facts/show-preview";

/** `page`: what is shown so far, from the first fact on; null before anything was asked for. */
type OwnPreviewProps = { page: PreviewPage | null; isLoading: boolean; onShow: () => void };

/** More would be a list of what is wrong with each form, and no help. */
const mostReasons = 2;
const mostFound = 3;
const mostExamples = 3;

/** Some of the questions that would be asked, those that would not be with the rule that they break. */
export function OwnPreview({ page, isLoading, onShow }: OwnPreviewProps) {
  const t = useTranslations("ownFacts.preview");
  const hasMore = page === null || page.facts.length < page.total;
  return (
    <section aria-labelledby="preview" className="flex max-w-column flex-col gap-4 border-t border-line pt-8">
      <h2 id="preview" className="text-22">
        {t("title")}
      </h2>
      {page && <p className="max-w-measure text-muted">{t("lead", { count: page.facts.length, total: page.total })}</p>}
      <div className="flex flex-col divide-y divide-line">{page?.facts.map((fact) => <Fact key={fact.id} fact={fact} />)}</div>
      {hasMore && (
        <Button onClick={onShow} isBusy={isLoading} className="self-start">
          {isLoading ? t("loading") : page ? t("more") : t("show")}
        </Button>
      )}
    </section>
  );
}

function Fact({ fact: { statement, forms, questions, failed, reasons } }: { fact: PreviewedFact }) {
  const t = useTranslations("ownFacts.preview");
  const form = useTranslations("factHistory.answers.form");
  return (
    <article className="flex flex-col gap-3 py-5">
      <h3 className="text-16 wrap-anywhere">{statement}</h3>
      {forms.length > 0 && <p className="text-14 text-muted">{t("forms", { forms: forms.map((each) => form(each)).join(", ") })}</p>}
      {questions.map((question) => (
        <Question key={`${question.form} ${question.stem}`} question={question} />
      ))}
      {questions.length === 0 && (
        <div className="flex flex-col gap-1 text-14">
          <p className="font-medium text-wrong">{t("none")}</p>
          {reasons.slice(0, mostReasons).map((code) => (
            <p key={code} className="max-w-measure">
              {t(`reason.${code}`)}
            </p>
          ))}
        </div>
      )}
      {failed.count > 0 && (
        <details open={questions.length === 0} className="text-14">
          <summary className="min-h-8 font-medium text-wrong">
            <TriangleAlert aria-hidden size={16} strokeWidth={1.5} className="mr-1 inline" />
            {t("failed", { count: failed.count })}
          </summary>
          <div className="mt-1 flex flex-col gap-3 pl-4">
            {failed.reasons.map((reason) => (
              <LeftOutQuestions key={reason.code} reason={reason} />
            ))}
          </div>
        </details>
      )}
    </article>
  );
}

function LeftOutQuestions({ reason: { code, found, questions } }: { reason: LeftOut }) {
  const t = useTranslations("ownFacts.preview");
  const form = useTranslations("factHistory.answers.form");
  const format = useFormatter();
  return (
    <div className="wrap-anywhere">
      <p className="max-w-measure">
        {t(`broken.${code}`)} {found.length > 0 && t("found", { words: format.list(found.slice(0, mostFound).map((each) => `“${each}”`)) })}
      </p>
      <ul className="mt-1 flex list-disc flex-col gap-1 pl-5">
        {questions.slice(0, mostExamples).map(({ form: type, stem }) => (
          <li key={`${type} ${stem}`}>
            <span className="text-muted">{form(type)}:</span> {stem}
          </li>
        ))}
        {questions.length > mostExamples && <li className="list-none text-muted">{t("others", { count: questions.length - mostExamples })}</li>}
      </ul>
    </div>
  );
}

function Question({ question: { form: type, stem, options, prompts, answer } }: { question: PreviewedQuestion }) {
  const t = useTranslations("ownFacts.preview");
  const form = useTranslations("factHistory.answers.form");
  const isChosen = options.some(({ isRight }) => isRight);
  return (
    <div className="flex flex-col gap-1 border-l-2 border-line pl-3">
      <p className="text-14 text-muted first-letter:uppercase">{form(type)}</p>
      <p className="wrap-anywhere">
        <QuestionStem stem={stem} />
      </p>
      {prompts && <p className="text-14 wrap-anywhere">{t("prompts", { prompts: prompts.join(", ") })}</p>}
      {isChosen && (
        <ul className="flex flex-col text-14">
          {options.map(({ text, isRight }) => (
            <li key={text} className={isRight ? "font-medium text-correct" : "pl-5 text-muted"}>
              {isRight && <Check aria-hidden size={16} strokeWidth={2} className="mr-1 inline" />}
              <span className="wrap-anywhere">{text}</span>
              {isRight && <span className="sr-only"> ({t("right")})</span>}
            </li>
          ))}
        </ul>
      )}
      {!isChosen && <p className="text-14 wrap-anywhere">{type === "ordering" ? t("order", { answer }) : t("answer", { answer })}</p>}
    </div>
  );
}
