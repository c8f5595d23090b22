import type { FactBase } from "@/lib/facts/fact-base";
import type { Fact, FactValue, Predicate } from "@/lib/facts/model";
import type { EntityId } from "@/lib/shared/ids";

export type Direction = "forward" | "inverse";

/** What a right answer says: its text as displayed, and what the text stands for. */
export type RightAnswer = { text: string; entity?: EntityId; value?: FactValue };

/** One fact asked in one direction, before a form is given to it. */
export type Question = {
  base: FactBase;
  fact: Fact;
  predicate: Predicate;
  direction: Direction;
  answer: RightAnswer;
};
