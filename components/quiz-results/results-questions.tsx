import { useTranslations } from "next-intl";
import { useId } from "react";
import { classNames } from "@/components/ui/class-names";
import { ResultQuestion } from "./result-question";
import { ResultsFilter } from "./results-filter";
import { isShownIn, type ShownPart } from "./shown-part";
import type { ShownResults } from "./shown-results";

type ResultsQuestionsProps = { results: ShownResults; part: ShownPart };

/** Question by question. On paper all of them, whichever are looked at on the screen. */
export function ResultsQuestions({ results: { questions, setup }, part }: ResultsQuestionsProps) {
  const t = useTranslations("quizResults");
  const titleId = useId();
  const isEmpty = !questions.some((question) => isShownIn(part, question));
  return (
    <section aria-labelledby={titleId} className="flex flex-col gap-4">
      <h2 id={titleId} className="text-22">
        {t("questions")}
      </h2>
      <ResultsFilter questions={questions} part={part} />
      {isEmpty && <p className="text-muted print:hidden">{t(`empty.${part}`)}</p>}
      <ol className="flex flex-col border-t border-line empty:border-0">
        {questions.map((question) => (
          <li key={question.position} className={classNames("border-b border-line py-8 print:py-5", !isShownIn(part, question) && "hidden print:list-item print:list-none")}>
            <ResultQuestion question={question} isCertaintyAsked={setup.marking === "certainty"} />
          </li>
        ))}
      </ol>
    </section>
  );
}
