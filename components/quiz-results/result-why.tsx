import { useTranslations } from "next-intl";
import { AnswerFacts } from "@/components/study/answer-facts";
import { unbroken } from "@/components/ui/unbroken";
import type { ShownQuestion } from "./shown-results";

/** The facts that make the answer right, and those that hold for what was chosen instead. */
export function ResultWhy({ question }: { question: ShownQuestion }) {
  const t = useTranslations("quizResults.question");
  const { outcome, feedback } = question;
  return (
    <>
      <AnswerFacts answer={feedback.answer} card={question} isRight={outcome === "right"} />
      {feedback.about.length > 0 && (
        <div className="max-w-measure text-muted">
          <p>{t("about")}</p>
          <ul className="list-disc pl-5">
            {feedback.about.map(({ option, statement }) => (
              <li key={option}>{unbroken(statement)}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
