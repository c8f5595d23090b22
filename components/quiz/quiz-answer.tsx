"use client";

import { useTranslations } from "next-intl";
import { toggleOption, type Draft } from "@/components/answer/draft";
import { Button } from "@/components/ui/button";
import type { QuizQuestion } from "@/lib/quiz/exchange";
import { CheckOptions, MatchOptions, OrderOptions, TypedField } from "./quiz-chunks";
import { QuizChoice } from "./quiz-choice";
import { quizDraft, textsOf } from "./quiz-draft";
import type { QuizMoves } from "./quiz-moves";
import { isAnswered, type GivenAnswer } from "./quiz-state";
import { SpokenChoice } from "./spoken-choice";

export type QuizAnswerProps = {
  question: QuizQuestion;
  answer: GivenAnswer;
  /** The row in hand, or the prompt that is next, of the question that keys go to. */
  at: number | null;
  isOpen: boolean;
  moves: QuizMoves;
};

const none: readonly number[] = [];

/** The place to answer, after the kind of question. */
export function QuizAnswer({ question, answer, at, isOpen, moves }: QuizAnswerProps) {
  const { position, kind, prompts = [] } = question;
  const options = textsOf(question);
  const draft = quizDraft(question, answer, at);
  const change = (next: Draft) => moves.draft(position, draft!, next);
  const shared = { options, right: null, isOpen };
  switch (draft?.response.kind) {
    case "choices": {
      const { response } = draft;
      return (
        <SpokenChoice options={options} chosen={response.options}>
          <CheckOptions {...shared} chosen={response.options} onToggle={(option) => change(toggleOption(response, option))} />
        </SpokenChoice>
      );
    }
    case "order":
      return (
        <div className="flex flex-col gap-3">
          <OrderOptions {...shared} response={draft.response} at={draft.at} onDraft={change} />
          {isOpen && !isAnswered(answer) && <KeepOrder onKeep={() => moves.change(position, { response: draft.response })} />}
        </div>
      );
    case "pairs":
      return <MatchOptions {...shared} prompts={prompts} response={draft.response} at={draft.at} onDraft={change} />;
  }
  const { response } = answer;
  if (kind === "typed") {
    return (
      <TypedField
        question={question}
        text={response?.kind === "typed" ? response.text : ""}
        isOpen={isOpen}
        onType={(text) => moves.change(position, { response: text === "" ? null : { kind: "typed", text } })}
        onRest={moves.rest}
        onEnter={() => moves.goOn(position)}
      />
    );
  }
  const chosen = response?.kind === "choice" ? response.option : null;
  return (
    <SpokenChoice options={options} chosen={chosen === null ? none : [chosen]}>
      <QuizChoice name={`choice-${position}`} options={options} chosen={chosen} isOpen={isOpen} onChoose={(option) => moves.change(position, { response: { kind: "choice", option } })} />
    </SpokenChoice>
  );
}

/** Rows always stand in some order: without this, one that is right as it comes could not be answered. */
function KeepOrder({ onKeep }: { onKeep: () => void }) {
  const t = useTranslations("quiz.answer");
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <p className="text-14 text-muted">{t("orderOpen")}</p>
      <Button onClick={onKeep}>{t("keepOrder")}</Button>
    </div>
  );
}
