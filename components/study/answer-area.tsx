"use client";

import { useTranslations } from "next-intl";
import { beginDraft, toggleOption, type Draft } from "@/components/answer/draft";
import type { Response } from "@/lib/grading/grade";
import { answerKindOf } from "@/lib/questions/study-card";
import { CheckOptions, MatchOptions, OrderOptions, TypedAnswer } from "./answer-chunks";
import { ChoiceOptions } from "./choice-options";
import type { Stage } from "./session-state";
import { useGradingNote } from "./use-grading-note";

export type CardStage = Extract<Stage, { card: unknown }>;

type AnswerAreaProps = { stage: CardStage; onAnswer: (response: Response) => void; onDraft: (draft: Draft) => void };

/** What was given, or is in the making; another tab may have given an answer that this page does not know. */
function draftOf(stage: CardStage): Draft | null {
  if (stage.at === "asking") return stage.draft;
  const { response } = stage;
  const isDrafted = response.kind === "choices" || response.kind === "order" || response.kind === "pairs";
  return isDrafted ? { response, at: null } : beginDraft(stage.card);
}

/** The place to answer, after the kind of card. */
export function AnswerArea({ stage, onAnswer, onDraft }: AnswerAreaProps) {
  const t = useTranslations("study");
  const again = useGradingNote(stage.at === "asking" ? stage.again : null);
  const { card } = stage;
  const given = stage.at === "asking" ? null : stage.response;
  const right = stage.at === "verdict" ? (stage.feedback.key ?? null) : null;
  const draft = draftOf(stage);
  const isOpen = stage.at === "asking";

  if (draft) {
    const { response, at } = draft;
    const shared = { options: card.options, right, isOpen };
    switch (response.kind) {
      case "choices":
        return <CheckOptions {...shared} chosen={response.options} onToggle={(option) => onDraft(toggleOption(response, option))} />;
      case "order":
        return <OrderOptions {...shared} response={response} at={at} onDraft={onDraft} />;
      case "pairs":
        return <MatchOptions {...shared} prompts={card.prompts ?? []} response={response} at={at} onDraft={onDraft} />;
    }
  }
  switch (answerKindOf(card)) {
    case "choice": {
      const chosen = given?.kind === "choice" ? given.option : null;
      return (
        <ChoiceOptions
          label={t("options")}
          options={card.options}
          pressed={stage.at === "checking" ? chosen : null}
          result={stage.at === "verdict" && chosen !== null ? { chosen, right: right?.[0] ?? null } : null}
          marks={{ right: t("verdict.rightOption"), wrong: t("verdict.wrongOption") }}
          onChoose={(option) => onAnswer({ kind: "choice", option })}
        />
      );
    }
    case "typed":
      return (
        <TypedAnswer
          label={card.form === "cloze" ? t("fillGap") : t("yourAnswer")}
          asks={card.asks}
          again={again}
          given={given?.kind === "typed" ? given.text : null}
          onAnswer={(text) => onAnswer({ kind: "typed", text })}
        />
      );
    default:
      return null;
  }
}
