"use client";

import dynamic from "next/dynamic";
import { answerKindOf, type StudyCard } from "@/lib/questions/study-card";

const loadChecks = () => import("./check-options").then((file) => file.CheckOptions);
const loadOrder = () => import("./order-options").then((file) => file.OrderOptions);
const loadMatch = () => import("./match-options").then((file) => file.MatchOptions);
const loadFigure = () => import("./card-figure").then((file) => file.CardFigure);

/** What few cards need comes when one of them is near. */
export const CheckOptions = dynamic(loadChecks);
export const OrderOptions = dynamic(loadOrder);
export const MatchOptions = dynamic(loadMatch);
export const CardFigure = dynamic(loadFigure);

/** Fetches what a card will need, so that it is shown at once. Offline it is fetched when the card is shown. */
export function prepareFor(card: Pick<StudyCard, "form" | "options" | "prompts" | "figure">): void {
  const kind = answerKindOf(card);
  const loads = [kind === "choices" && loadChecks, kind === "order" && loadOrder, kind === "pairs" && loadMatch, card.figure && loadFigure];
  for (const load of loads) if (load) load().catch(() => undefined);
}
