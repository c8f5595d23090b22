"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { CardMenu } from "./card-menu";
import type { PutAside } from "./put-aside-notice";
import type { CardStage } from "./answer-area";

type SessionFootProps = {
  className: string;
  stage: CardStage;
  hasShortcuts: boolean;
  /** Null where there is nothing to take back. */
  onUndo: (() => void) | null;
  onHelp: () => void;
  onPutAside: (presentationId: string, putAside: PutAside) => void;
};

/** Quiet ways out of the question: back to the last one, its keys where there is a keyboard, and what can be done with its fact. */
export function SessionFoot({ className, stage, hasShortcuts, onUndo, onHelp, onPutAside }: SessionFootProps) {
  const t = useTranslations("study");
  const isAnswered = stage.at === "verdict" || (stage.at === "asking" && stage.isFlipped);
  return (
    <div className={classNames("-mx-3 flex flex-wrap items-end justify-between gap-2", className)}>
      <div className="flex">
        <Button look="quiet" disabled={!onUndo} className="disabled:opacity-50" onClick={(event) => event.detail < 2 && onUndo?.()}>
          <span className="text-14 font-normal text-muted">{t("undo")}</span>
        </Button>
        <Button look="quiet" className="hidden! sm:inline-flex!" onClick={onHelp}>
          {hasShortcuts && (
            <kbd aria-hidden className="rounded-key border border-line bg-surface px-1.5 font-sans text-14 font-normal text-muted">
              ?
            </kbd>
          )}
          <span className="text-14 font-normal text-muted">{t("keys.open")}</span>
        </Button>
      </div>
      <CardMenu card={stage.card} isAnswered={isAnswered} onPutAside={onPutAside} />
    </div>
  );
}
