"use client";

import dynamic from "next/dynamic";
import type { QuizQuestion } from "@/lib/quiz/exchange";

const loadChecks = () => import("@/components/answer/check-options").then((file) => file.CheckOptions);
const loadOrder = () => import("@/components/answer/order-options").then((file) => file.OrderOptions);
const loadMatch = () => import("@/components/answer/match-options").then((file) => file.MatchOptions);
const loadTyped = () => import("./typed-field").then((file) => file.TypedField);
const loadCertainty = () => import("./certainty-choice").then((file) => file.CertaintyChoice);
const loadFigure = () => import("@/components/answer/card-figure").then((file) => file.CardFigure);
const loadHandIn = () => import("./hand-in-dialog").then((file) => file.HandInDialog);
const loadKeyList = () => import("./quiz-key-list").then((file) => file.QuizKeyList);

const loading = () => null;

/** What few quizzes need, or only at their end, is no part of the page. */
export const CheckOptions = dynamic(loadChecks, { loading });
export const OrderOptions = dynamic(loadOrder, { loading });
export const MatchOptions = dynamic(loadMatch, { loading });
export const TypedField = dynamic(loadTyped, { loading });
export const CertaintyChoice = dynamic(loadCertainty, { loading });
/** About as high as a drawn rocket, so that the options below stay where they are. */
export const CardFigure = dynamic(loadFigure, { loading: () => <div aria-hidden className="h-82.5" /> });
export const HandInDialog = dynamic(loadHandIn, { ssr: false });
export const QuizKeyList = dynamic(loadKeyList, { ssr: false });

const loaders: Record<QuizQuestion["kind"], (() => Promise<unknown>) | null> = { choice: null, choices: loadChecks, order: loadOrder, pairs: loadMatch, typed: loadTyped };

/** Fetches what the questions and the end will need, so that it is there when the network is not; which question comes next is not known where each has its own time. */
export function prepareQuiz(questions: readonly (QuizQuestion | null)[], isByCertainty: boolean): void {
  const needed = new Set<(() => Promise<unknown>) | null>([loadHandIn, loadKeyList, isByCertainty ? loadCertainty : null]);
  for (const question of questions) {
    if (question) needed.add(loaders[question.kind]);
    if (question?.figure) needed.add(loadFigure);
    if (!question) for (const load of [...Object.values(loaders), loadFigure]) needed.add(load);
  }
  for (const load of needed) load?.().catch(() => undefined);
}
