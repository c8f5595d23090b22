"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { boxUnder, type Drag } from "./drag-places";
import { clearPrompt, pairOption, type Draft, type Pairs } from "./draft";
import { MatchOption } from "./match-option";
import { MatchPrompt } from "./match-prompt";
import { SpokenPairs } from "./spoken-pairs";
import { useDrag } from "./use-drag";

type MatchOptionsProps = {
  prompts: readonly string[];
  options: readonly string[];
  response: Pairs;
  /** The prompt that the next option goes to. */
  at: number | null;
  /** For each prompt its own option; null until the verdict is in. */
  right: readonly number[] | null;
  isOpen: boolean;
  onDraft: (draft: Draft) => void;
};

export const letterOf = (option: number) => String.fromCharCode(65 + option);

/** On a touch screen a short press chooses and a long one drags, so that the page can still be scrolled. */
const restMs = 180;

/** Prompts with a place beside each, and lettered options for them: pressed in turn, dragged, or by keys alone. */
export function MatchOptions({ prompts, options, response, at, right, isOpen, onDraft }: MatchOptionsProps) {
  const t = useTranslations("study.match");
  const { pairs } = response;
  const textOf = (option: number | null | undefined) => (option === null || option === undefined ? null : `${letterOf(option)} ${options[option]}`);
  const prompt = isOpen ? at : null;

  const list = useRef<HTMLOListElement>(null);
  const drop = (dropped: Drag) => {
    const over = boxUnder(dropped);
    if (over !== null && pairs[over] !== dropped.item) onDraft(pairOption(response, over, dropped.item));
  };
  const { drag, grab } = useDrag({ among: list, restMs, onDrop: drop });

  return (
    <>
      <div className="flex flex-col gap-5">
        <ol ref={list} aria-label={t("prompts")} className="@container flex flex-col gap-2">
          {prompts.map((text, i) => (
            <MatchPrompt
              key={text}
              number={i + 1}
              text={text}
              option={textOf(pairs[i])}
              isNext={i === prompt}
              isOver={drag !== null && boxUnder(drag) === i}
              isRight={right && pairs[i] === right[i]}
              isOpen={isOpen}
              onChoose={() => onDraft({ response, at: i })}
              onClear={() => onDraft(clearPrompt(response, i))}
            />
          ))}
        </ol>
        {isOpen && (
          <div role="group" aria-label={t("options")} className="flex flex-wrap gap-2">
            {options.map((text, i) => (
              <MatchOption
                key={text}
                letter={letterOf(i)}
                text={text}
                usedBy={prompts[pairs.indexOf(i)] ?? null}
                shift={i === drag?.item ? { x: drag.to.x - drag.from.x, y: drag.to.y - drag.from.y } : null}
                onGrab={(press) => grab(i, press)}
                onChoose={() => at !== null && onDraft(pairOption(response, at, i))}
              />
            ))}
          </div>
        )}
      </div>
      {isOpen && <SpokenPairs prompts={prompts} options={options} pairs={pairs} at={at} />}
    </>
  );
}
