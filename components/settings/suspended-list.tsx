"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import { useFocusWhenSaved, useSaving, type Save } from "./use-saving";

type Suspended = { factId: string; subject: string; about: string };

export function SuspendedList({ facts, resume }: { facts: readonly Suspended[]; resume: Save<string> }) {
  const t = useTranslations("settings.suspended");
  const saving = useSaving(resume);
  const isInteractive = useIsInteractive();
  const said = useFocusWhenSaved<HTMLParagraphElement>(saving.outcome);
  const [last, setLast] = useState<Suspended | null>(null);
  const takeUp = (fact: Suspended) => {
    setLast(fact);
    saving.run(fact.factId);
  };
  const isTakenUp = saving.outcome.kind === "saved" && last !== null;

  return (
    <div className="flex flex-col gap-3">
      {facts.length === 0 && <p className="text-muted">{t("none")}</p>}
      <ul className="flex flex-col">
        {facts.map((fact) => (
          <li key={fact.factId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line py-2 first:border-t-0">
            <p className="min-w-0 break-words">
              {fact.subject} <span className="text-muted">· {fact.about}</span>
            </p>
            <Button aria-label={t("resumeFact", fact)} disabled={!isInteractive} isBusy={saving.isSaving} onClick={() => takeUp(fact)}>
              {t("resume")}
            </Button>
          </li>
        ))}
      </ul>
      <p ref={said} role="status" tabIndex={-1} className="text-14">
        {isTakenUp && t("resumed", last)}
      </p>
      <p role="alert" className="text-14 font-medium text-wrong empty:hidden">
        {saving.outcome.kind === "failed" && t("failed")}
      </p>
    </div>
  );
}
