"use client";

import { useState } from "react";
import { postChoice, type ChoiceProblem, type OutgoingChoice } from "./fact-api";

/** Sends what the learner decides about a fact, one decision at a time, and keeps why it was not taken. */
export function useFactChoice() {
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<ChoiceProblem | null>(null);

  const decide = async (choice: OutgoingChoice, onStored: () => void) => {
    if (isSending) return;
    setIsSending(true);
    setProblem(null);
    const outcome = await postChoice(choice);
    setIsSending(false);
    setProblem(outcome);
    if (outcome === null) onStored();
  };
  return { decide, isSending, problem };
}
