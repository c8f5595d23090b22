"use client";

import { useTranslations } from "next-intl";
import { QuestionStem } from "@/components/answer/question-stem";
import { classNames } from "@/components/ui/class-names";
import { CardFigure, CertaintyChoice } from "./quiz-chunks";
import { QuizAnswer, type QuizAnswerProps } from "./quiz-answer";
import { QuestionFoot } from "./question-foot";
import { isAnswered, type QuizState } from "./quiz-state";

type QuizQuestionProps = QuizAnswerProps & {
  total: number;
  setup: QuizState["setup"];
  /** One of many on the page: the page has its heading, and each question its own buttons. */
  isAmongOthers: boolean;
};

/** Where the focus goes when a question is gone to. */
export const headingId = (position: number) => `question-${position + 1}`;

/** A question with its place to answer. */
export function QuizQuestion({ total, setup, isAmongOthers, ...props }: QuizQuestionProps) {
  const t = useTranslations("quiz");
  const { question, answer, isOpen, moves } = props;
  const { position, stem, figure, described } = question;
  const Heading = isAmongOthers ? "h2" : "h1";
  const number = t("number", { number: position + 1, total });
  const isBeside = figure?.kind === "launch-vehicle";
  return (
    <section aria-label={isAmongOthers ? number : undefined} onFocus={isAmongOthers ? () => moves.enter(position) : undefined} className="flex flex-col gap-5">
      <div className="flex flex-col gap-2">
        <p aria-hidden className="text-14 text-muted tabular-nums">
          {number}
        </p>
        <Heading id={headingId(position)} tabIndex={-1} className={classNames("scroll-mt-40 sm:scroll-mt-60 wrap-anywhere", isAmongOthers ? "text-22" : "text-22 sm:text-28")}>
          <span className="sr-only">{number}. </span>
          <QuestionStem stem={stem} />
        </Heading>
      </div>
      <div className={classNames("flex flex-col gap-5", isBeside && "sm:flex-row sm:flex-wrap sm:items-start sm:gap-6")}>
        {figure && (
          <CardFigure
            figure={figure}
            described={described}
            onChoose={isOpen && question.kind === "choice" ? (option) => moves.change(position, { response: { kind: "choice", option } }) : null}
          />
        )}
        <div className={classNames("flex min-w-0 flex-col gap-5", isBeside && "sm:grow sm:basis-80")}>
          <QuizAnswer {...props} />
          {setup.marking === "certainty" && isAnswered(answer) && (
            <CertaintyChoice name={`certainty-${position}`} chosen={answer.certainty} isOpen={isOpen} onChoose={(certainty) => moves.change(position, { certainty })} />
          )}
          <QuestionFoot position={position} answer={answer} setup={setup} isOpen={isOpen} isAmongOthers={isAmongOthers} moves={moves} />
        </div>
      </div>
    </section>
  );
}
