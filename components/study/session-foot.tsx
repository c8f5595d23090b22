"use client";

import { Flag } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** Quiet ways out of the question: its keys, where there is a keyboard, and a word to those who made it. */
export function SessionFoot({ onHelp, onReport }: { onHelp: () => void; onReport: () => void }) {
  const study = useTranslations("study.keys");
  const t = useTranslations("reports");
  return (
    <div className="-mx-3 flex justify-between gap-2">
      <Button look="quiet" className="hidden! sm:inline-flex!" onClick={onHelp}>
        <kbd aria-hidden className="rounded-key border border-line bg-surface px-1.5 font-sans text-14 font-normal text-muted">
          ?
        </kbd>
        <span className="text-14 font-normal text-muted">{study("open")}</span>
      </Button>
      <Button look="quiet" onClick={onReport}>
        <Flag aria-hidden size={16} strokeWidth={1.5} className="text-muted" />
        <span className="text-14 font-normal text-muted">{t("open")}</span>
      </Button>
    </div>
  );
}
