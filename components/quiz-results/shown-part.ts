import type { ShownQuestion } from "./shown-results";

/** What of the questions is looked at. */
export const shownParts = ["all", "mistakes", "flagged", "blank"] as const;
export type ShownPart = (typeof shownParts)[number];

const belongs: Record<ShownPart, (question: Pick<ShownQuestion, "outcome" | "isFlagged" | "isLeftOut">) => boolean> = {
  all: () => true,
  mistakes: ({ outcome, isLeftOut }) => !isLeftOut && (outcome === "wrong" || outcome === "partly"),
  flagged: ({ isFlagged }) => isFlagged,
  blank: ({ outcome }) => outcome === "blank" || outcome === "unreached",
};

export const isShownIn = (part: ShownPart, question: Pick<ShownQuestion, "outcome" | "isFlagged" | "isLeftOut">): boolean => belongs[part](question);
