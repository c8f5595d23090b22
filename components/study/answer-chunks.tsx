"use client";

import dynamic from "next/dynamic";
import { answerKindOf, type StudyCard } from "@/lib/questions/study-card";

const loadChecks = () => import("@/components/answer/check-options").then((file) => file.CheckOptions);
const loadOrder = () => import("@/components/answer/order-options").then((file) => file.OrderOptions);
const loadMatch = () => import("@/components/answer/match-options").then((file) => file.MatchOptions);
const loadTyped = () => import("./typed-answer").then((file) => file.TypedAnswer);
const loadCheckBar = () => import("./check-bar").then((file) => file.CheckBar);
const loadFigure = () => import("@/components/answer/card-figure").then((file) => file.CardFigure);

/** Without it the whole page would give way to its skeleton until the part is there. */
const loading = () => null;

/** What few cards need comes when one of them is near. */
export const CheckOptions = dynamic(loadChecks, { loading });
export const OrderOptions = dynamic(loadOrder, { loading });
export const MatchOptions = dynamic(loadMatch, { loading });
export const TypedAnswer = dynamic(loadTyped, { loading });
export const CheckBar = dynamic(loadCheckBar, { loading });
/** About as high as a drawn rocket, so that the options below stay where they are. */
export const CardFigure = dynamic(loadFigure, { loading: () => <div aria-hidden className="h-82.5" /> });

/** Fetches what a card will need, so that it is shown at once. Offline it is fetched when the card is shown. */
export function prepareFor(card: Pick<StudyCard, "form" | "options" | "prompts" | "figure">): void {
  const kind = answerKindOf(card);
  const hasSteps = kind === "choices" || kind === "order" || kind === "pairs";
  const loads = [kind === "typed" && loadTyped, hasSteps && loadCheckBar, kind === "choices" && loadChecks, kind === "order" && loadOrder, kind === "pairs" && loadMatch, card.figure && loadFigure];
  for (const load of loads) if (load) load().catch(() => undefined);
}
