"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import type { ForAssignment } from "./assignment-actions";

/** Changes something of an assignment at the server, and says in words when that did not work. */
export function useAssignmentChange(assignmentId: string) {
  const t = useTranslations("assignments.form");
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, startTransition] = useTransition();

  const run = (change: ForAssignment, onDone?: () => void) =>
    startTransition(async () => {
      setProblem(null);
      const outcome = await change({ assignmentId }).catch(() => null);
      if (outcome?.ok) onDone?.();
      else setProblem(outcome ? outcome.error.message : t("failed"));
    });
  return { run, isBusy, problem };
}
