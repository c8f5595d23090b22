"use client";

import { useEffect, useRef } from "react";
import type { Draft } from "@/components/answer/draft";
import { QuestionStem } from "@/components/answer/question-stem";
import { classNames } from "@/components/ui/class-names";
import type { Response } from "@/lib/grading/grade";
import { answerKindOf } from "@/lib/questions/study-card";
import { AnswerArea, type CardStage } from "./answer-area";
import { CardFigure } from "./answer-chunks";
import { FlashcardBack } from "./flashcard";

type QuestionCardProps = { stage: CardStage; onAnswer: (response: Response) => void; onDraft: (draft: Draft) => void };

/** The question with its place to answer; it stays as it is when the verdict comes in below. */
export function QuestionCard({ stage, onAnswer, onDraft }: QuestionCardProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { card } = stage;
  const { figure, described } = card;
  // Side by side only where there is room for both, whatever the size of the text.
  const isBeside = figure?.kind === "launch-vehicle";
  const isTyped = answerKindOf(card) === "typed";

  useEffect(() => {
    // A typed card puts the focus into its field.
    if (!isTyped) heading.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [card, isTyped]);

  return (
    <section aria-labelledby="question" className="flex flex-col gap-6">
      <h1 id="question" ref={heading} tabIndex={-1} className="text-22 sm:text-28">
        <QuestionStem stem={card.stem} />
      </h1>
      <div className={classNames("flex flex-col gap-5", card.form === "flashcard" && !figure && "hidden", isBeside && "sm:flex-row sm:flex-wrap sm:items-start sm:gap-6")}>
        {figure && (
          <CardFigure
            figure={figure}
            described={described}
            onChoose={stage.at === "asking" ? (option) => onAnswer({ kind: "choice", option }) : null}
          />
        )}
        <div className={classNames("min-w-0", isBeside && "sm:grow sm:basis-80")}>
          <AnswerArea stage={stage} onAnswer={onAnswer} onDraft={onDraft} />
        </div>
      </div>
      {card.back && (stage.at !== "asking" || stage.isFlipped) && <FlashcardBack back={card.back} />}
    </section>
  );
}
