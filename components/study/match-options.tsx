"use client";

import { DndContext, MouseSensor, pointerWithin, TouchSensor, useSensor, useSensors, type DragEndEvent } from "@dnd-kit/core";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { ownAnnouncements } from "./drag-words";
import { clearPrompt, pairOption, type Draft, type Pairs } from "./draft";
import { MatchOption } from "./match-option";
import { MatchPrompt } from "./match-prompt";
import { SpokenPairs } from "./spoken-pairs";

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

const numberIn = (id: unknown) => Number(String(id).replace(/^\D+/, ""));

/** Prompts with a place beside each, and lettered options for them: pressed in turn, dragged, or by keys alone. */
export function MatchOptions({ prompts, options, response, at, right, isOpen, onDraft }: MatchOptionsProps) {
  const t = useTranslations("study.match");
  const contextId = useId();
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    // On a touch screen a short press chooses and a long one drags, so that the page can still be scrolled.
    useSensor(TouchSensor, { activationConstraint: { delay: 180, tolerance: 8 } }),
  );
  const { pairs } = response;
  const textOf = (option: number | null | undefined) => (option === null || option === undefined ? null : `${letterOf(option)} ${options[option]}`);
  const prompt = isOpen ? at : null;

  const drop = ({ active, over }: DragEndEvent) => {
    if (over && pairs[numberIn(over.id)] !== numberIn(active.id)) onDraft(pairOption(response, numberIn(over.id), numberIn(active.id)));
  };

  return (
    <DndContext id={contextId} sensors={sensors} collisionDetection={pointerWithin} onDragEnd={drop} accessibility={ownAnnouncements}>
      <div className="flex flex-col gap-5">
        <ol aria-label={t("prompts")} className="flex flex-col gap-2">
          {prompts.map((text, i) => (
            <MatchPrompt
              key={text}
              id={`prompt-${i}`}
              number={i + 1}
              text={text}
              option={textOf(pairs[i])}
              isNext={i === prompt}
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
                id={`option-${i}`}
                letter={letterOf(i)}
                text={text}
                usedBy={prompts[pairs.indexOf(i)] ?? null}
                onChoose={() => at !== null && onDraft(pairOption(response, at, i))}
              />
            ))}
          </div>
        )}
      </div>
      {isOpen && <SpokenPairs prompts={prompts} options={options} pairs={pairs} at={at} />}
    </DndContext>
  );
}
