"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { useAnswerHint } from "@/components/answer/use-answer-hint";
import { inputStyle } from "@/components/ui/field";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import type { QuizQuestion } from "@/lib/quiz/exchange";

type TypedFieldProps = {
  question: Pick<QuizQuestion, "form" | "asks">;
  text: string;
  isOpen: boolean;
  onType: (text: string) => void;
  /** What was typed may be sent now. */
  onRest: () => void;
  onEnter: () => void;
};

const longestAnswer = 200;

export function TypedField({ question: { form, asks }, text, isOpen, onType, onRest, onEnter }: TypedFieldProps) {
  const t = useTranslations("study");
  const hint = useAnswerHint(asks);
  const id = useId();
  const isInteractive = useIsInteractive();
  return (
    <div className="flex flex-col gap-3">
      <label htmlFor={id} className="font-medium">
        {form === "cloze" ? t("fillGap") : t("yourAnswer")}
      </label>
      <input
        id={id}
        value={text}
        onChange={(event) => onType(event.target.value)}
        onBlur={onRest}
        // Enter that ends the writing of a Chinese word is no going on.
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onEnter();
        }}
        readOnly={!isOpen || !isInteractive}
        maxLength={longestAnswer}
        aria-describedby={`${id}-hint`}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        inputMode={asks.kind === "number" ? "decimal" : "text"}
        enterKeyHint="next"
        className={inputStyle}
      />
      <p id={`${id}-hint`} className="text-14 text-muted">
        {hint}
      </p>
    </div>
  );
}
