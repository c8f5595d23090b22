"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { unbroken } from "@/components/ui/unbroken";
import type { Response } from "@/lib/grading/grade";
import { ChoiceOptions } from "./choice-options";
import { FlashcardBack } from "./flashcard";
import type { Stage } from "./session-reducer";
import { TypedAnswer } from "./typed-answer";
import { useGradingNote } from "./use-grading-note";

type CardStage = Extract<Stage, { card: unknown }>;
type QuestionCardProps = { stage: CardStage; onAnswer: (response: Response) => void };

/** The question with its place to answer; it stays as it is when the verdict comes in below. */
export function QuestionCard({ stage, onAnswer }: QuestionCardProps) {
  const t = useTranslations("study");
  const heading = useRef<HTMLHeadingElement>(null);
  const { card } = stage;
  const again = useGradingNote(stage.at === "asking" ? stage.again : null);

  useEffect(() => {
    // A typed card puts the focus into its field.
    if (card.form !== "short-answer") heading.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [card]);

  return (
    <section aria-labelledby="question" className="flex flex-col gap-6">
      <h1 id="question" ref={heading} tabIndex={-1} className="text-22 sm:text-28">
        {unbroken(card.stem)}
      </h1>
      {card.form === "multiple-choice" && (
        <ChoiceOptions
          label={t("options")}
          options={card.options}
          pressed={stage.at === "checking" && stage.response.kind === "choice" ? stage.response.option : null}
          result={
            stage.at === "verdict" && stage.response.kind === "choice"
              ? { chosen: stage.response.option, right: stage.feedback.key?.[0] ?? null }
              : null
          }
          marks={{ right: t("verdict.rightOption"), wrong: t("verdict.wrongOption") }}
          onChoose={(option) => onAnswer({ kind: "choice", option })}
        />
      )}
      {card.form === "short-answer" && (
        <TypedAnswer
          asks={card.asks}
          again={again}
          given={stage.at !== "asking" && stage.response.kind === "typed" ? stage.response.text : null}
          onAnswer={(text) => onAnswer({ kind: "typed", text })}
        />
      )}
      {card.back && (stage.at !== "asking" || stage.isFlipped) && <FlashcardBack back={card.back} />}
    </section>
  );
}
