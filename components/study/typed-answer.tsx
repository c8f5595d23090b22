"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useAnswerHint } from "@/components/answer/use-answer-hint";
import { Button } from "@/components/ui/button";
import { inputStyle } from "@/components/ui/field";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import type { StudyCard } from "@/lib/questions/study-card";

type TypedAnswerProps = {
  label: string;
  asks: StudyCard["asks"];
  /** Why the last answer is asked again. */
  again: string | null;
  given: string | null;
  onAnswer: (text: string) => void;
};

const longestAnswer = 200;

export function TypedAnswer({ label, asks, again, given, onAnswer }: TypedAnswerProps) {
  const t = useTranslations("study");
  const hint = useAnswerHint(asks);
  const [text, setText] = useState(given ?? "");
  const input = useRef<HTMLInputElement>(null);
  const isInteractive = useIsInteractive();
  const isOpen = given === null;

  useEffect(() => {
    if (isOpen) input.current?.focus({ preventScroll: true });
  }, [isOpen, again]);

  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (isOpen && text.trim() !== "") onAnswer(text.trim());
      }}
    >
      <label htmlFor="typed-answer" className="font-medium">
        {label}
      </label>
      <input
        ref={input}
        id="typed-answer"
        value={text}
        onChange={(event) => setText(event.target.value)}
        // Enter that ends the writing of a Chinese word is not an answer.
        onKeyDown={(event) => event.key === "Enter" && event.nativeEvent.isComposing && event.preventDefault()}
        readOnly={!isOpen || !isInteractive}
        maxLength={longestAnswer}
        aria-describedby="typed-answer-hint"
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        inputMode={asks.kind === "number" ? "decimal" : "text"}
        enterKeyHint="done"
        className={inputStyle}
      />
      <p id="typed-answer-hint" className="text-14 text-muted">
        {hint}
      </p>
      <p role="alert" className="font-medium text-wrong empty:hidden">
        {again}
      </p>
      {isOpen && (
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" disabled={!isInteractive} className="grow sm:grow-0">
            {t("check")}
          </Button>
          <Button look="quiet" disabled={!isInteractive} onClick={(event) => event.detail < 2 && onAnswer("")}>
            {t("dontKnow")}
          </Button>
        </div>
      )}
    </form>
  );
}
