"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";

/** A fact that the learner has just suspended or buried. */
export type PutAside = { factId: string; how: "suspend" | "bury" };

type PutAsideNoticeProps = { putAside: PutAside; onTakeUp: () => void; onClose: () => void };

/** Says that a fact was put aside, and takes it up again if that was a mistake. It outlives the card. */
export function PutAsideNotice({ putAside: { how }, onTakeUp, onClose }: PutAsideNoticeProps) {
  const t = useTranslations("card");
  const [isUndone, setIsUndone] = useState(false);
  const said = useRef<HTMLParagraphElement>(null);
  const text = t(isUndone ? "putAside.undone" : `putAside.${how}`);
  // A live region is read out only when its text changes after it is there.
  useEffect(() => said.current?.replaceChildren(text), [text]);

  const undo = () => {
    setIsUndone(true);
    onTakeUp();
  };
  return (
    // At the upper edge, since the lower one is where a thumb goes on.
    <div className="fixed inset-x-4 top-2 z-20 mx-auto flex max-w-form animate-settle flex-col rounded-control border border-line bg-surface py-1.5 pr-1.5 pl-4 shadow-overlay">
      <div className="flex items-center gap-2">
        <p ref={said} role="status" className="min-h-6 grow" />
        {!isUndone && (
          <Button look="quiet" onClick={undo}>
            {t("putAside.undo")}
          </Button>
        )}
        <button type="button" onClick={onClose} aria-label={t("close")} className="grid size-11 shrink-0 place-items-center rounded-control hover:bg-sunken">
          <X aria-hidden size={20} strokeWidth={1.5} />
        </button>
      </div>
    </div>
  );
}
