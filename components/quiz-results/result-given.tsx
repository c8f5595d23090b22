import { useTranslations } from "next-intl";
import { ResultOptions } from "./result-options";
import { ResultOrder } from "./result-order";
import { ResultPairs } from "./result-pairs";
import type { ShownQuestion } from "./shown-results";
import { answerKindOf } from "@/lib/questions/study-card";

/** What the learner answered, in the place where it was asked. */
export function ResultGiven({ question }: { question: ShownQuestion }) {
  const t = useTranslations("quizResults.question");
  const { given, options, prompts = [], feedback } = question;
  const key = feedback.key ?? [];
  if (given?.kind === "typed") {
    return <p className="max-w-measure wrap-anywhere">{given.text.trim() === "" ? t("typedNothing") : t("typed", { text: given.text.trim() })}</p>;
  }
  if (given?.kind === "order") return <ResultOrder options={options} order={given.order} right={key} />;
  if (given?.kind === "pairs") return <ResultPairs prompts={prompts} options={options} pairs={given.pairs} right={key} />;
  const kind = answerKindOf(question);
  if (kind !== "choice" && kind !== "choices") return null;
  const chosen = given?.kind === "choice" ? [given.option] : given?.kind === "choices" ? given.options : [];
  return <ResultOptions options={options} chosen={chosen} right={key} />;
}
