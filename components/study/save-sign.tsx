"use client";

import { Check, CloudOff } from "lucide-react";
import { useTranslations } from "next-intl";
import type { SaveStatus } from "./answer-sender";
import type { Refusal } from "./study-api";

/** A quiet sign of where the last answer is; only trouble is read out. */
export function SaveSign({ status, refusal }: { status: SaveStatus; refusal: Refusal | null }) {
  const t = useTranslations("study");
  return (
    <div className="min-h-6 grow text-right text-14 text-muted">
      {status.kind === "saving" && <p>{t("save.saving")}</p>}
      {status.kind === "saved" && !refusal && (
        <p className="flex items-center justify-end gap-1.5">
          <Check aria-hidden size={16} strokeWidth={1.5} />
          {t("save.saved")}
        </p>
      )}
      <div role="status">
        {status.kind === "waiting" && (
          <p className="flex items-center justify-end gap-1.5">
            <CloudOff aria-hidden size={16} strokeWidth={1.5} />
            {t("save.waiting", { count: status.count })}
          </p>
        )}
        {refusal && <p className="text-wrong">{t(`save.refused.${refusal}`)}</p>}
      </div>
    </div>
  );
}
