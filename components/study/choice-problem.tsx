"use client";

import { useTranslations } from "next-intl";
import type { ChoiceProblem as Problem } from "./fact-api";

/** Why a decision was not stored; read out when it comes. */
export function ChoiceProblem({ problem }: { problem: Problem | null }) {
  const t = useTranslations("card.outcome");
  return (
    <p role="alert" className="font-medium text-wrong empty:hidden">
      {problem && t(problem)}
    </p>
  );
}
