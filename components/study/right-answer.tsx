"use client";

import { useTranslations } from "next-intl";
import { unbroken } from "@/components/ui/unbroken";
import type { Feedback } from "@/lib/grading/feedback";
import { answerKindOf, type StudyCard } from "@/lib/questions/study-card";

type RightAnswerProps = { feedback: Feedback; card: Pick<StudyCard, "form" | "options" | "prompts"> };

/** What would have been right. Among options that are chosen it is marked in its place, so there it is not said again. */
export function RightAnswer({ feedback: { answer, key = [] }, card }: RightAnswerProps) {
  const t = useTranslations("study.verdict");
  const textOf = (position: number) => unbroken(card.options[position] ?? "");
  switch (answerKindOf(card)) {
    case "order":
      return (
        <div>
          <p className="font-medium">{t("rightOrder")}</p>
          <ol className="list-inside list-decimal">
            {key.map((position) => (
              <li key={position}>{textOf(position)}</li>
            ))}
          </ol>
        </div>
      );
    case "pairs":
      return (
        <div>
          <p className="font-medium">{t("rightPairs")}</p>
          <dl className="grid grid-cols-[auto_1fr] gap-x-4">
            {card.prompts?.map((prompt, i) => (
              <div key={prompt} className="contents">
                <dt className="text-muted">{unbroken(prompt)}</dt>
                <dd>{textOf(key[i] ?? -1)}</dd>
              </div>
            ))}
          </dl>
        </div>
      );
    case "typed":
    case "rating":
      return <p className="max-w-measure font-medium">{t("answer", { answer: unbroken(answer.text) })}</p>;
    default:
      return null;
  }
}
