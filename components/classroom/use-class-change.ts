"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import type { Result } from "@/lib/shared/result";

type Change = () => Promise<Result<unknown, { code: string }>>;

/** What others changed in the meantime: the page shows it when it is loaded again. */
const outdated = new Set(["NOT_FOUND", "CONFLICT", "FORBIDDEN"]);

/** Changes something of a class at the server, and says in words when that did not work. */
export function useClassChange() {
  const t = useTranslations("classes");
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, startTransition] = useTransition();

  const run = (change: Change, onDone: () => void) =>
    startTransition(async () => {
      setProblem(null);
      const outcome = await change().catch(() => null);
      if (outcome?.ok) onDone();
      else setProblem(outcome && outdated.has(outcome.error.code) ? t("gone") : t("failed"));
    });
  return { run, isBusy, problem };
}
