"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { GradebookAttempts } from "./gradebook-attempts";
import { GradebookJudgement } from "./gradebook-judgement";
import type { CellPlace } from "./gradebook-rows";
import { useCellDetails, type CellActions } from "./use-cell-details";

type GradebookPanelProps = { place: CellPlace; name: string; title: string; isArchived: boolean; actions: CellActions; onClose: () => void };

/** What stands behind a cell, below its row. */
export function GradebookPanel({ place, name, title, isArchived, actions, onClose }: GradebookPanelProps) {
  const t = useTranslations("gradebook.panel");
  const { details, isLoading, hasFailed, round, reload } = useCellDetails(place);
  const [isSaved, setIsSaved] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const saved = () => {
    setIsSaved(true);
    heading.current?.focus();
    reload();
  };
  return (
    <section aria-label={`${name}: ${title}`} onKeyDown={({ key }) => key === "Escape" && onClose()} className="flex flex-col gap-4 border-l-2 border-ink py-4 pl-4 text-16 whitespace-normal">
      <div className="flex items-start justify-between gap-4">
        <h2 ref={heading} tabIndex={-1} className="min-w-0 grow text-18 wrap-anywhere">
          {name}
          <span className="block text-16 font-normal text-muted">{title}</span>
        </h2>
        <Button look="quiet" onClick={onClose} aria-label={t("close")} className="-mt-2 shrink-0">
          <X aria-hidden size={20} strokeWidth={1.5} />
        </Button>
      </div>
      <p role="status" className="text-14 text-muted empty:hidden">{isLoading && !details ? t("loading") : isSaved && t("saved")}</p>
      {hasFailed && (
        <div className="flex flex-wrap items-center gap-3">
          <p role="alert">{t("failed")}</p>
          <Button onClick={reload}>{t("again")}</Button>
        </div>
      )}
      {details && <GradebookAttempts details={details} />}
      {details && !isArchived && <GradebookJudgement key={round} place={place} details={details} actions={actions} onSaved={saved} />}
    </section>
  );
}
