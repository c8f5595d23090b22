"use client";

import { Check, CloudOff } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import type { SendStatus } from "@/components/answer/sender";

type SaveWordsProps = { status: SendStatus; waiting: number; hasSaved: boolean };

/** Where the answers are, always in words; only trouble is read out. */
export function SaveWords({ status, waiting, hasSaved }: SaveWordsProps) {
  const t = useTranslations("quiz.save");
  const isTrouble = waiting > 0 && status.kind === "waiting";
  const isExpired = status.kind === "waiting" && status.isExpired === true;
  return (
    <div className="min-w-0 grow text-right text-14 text-muted">
      {waiting > 0 && !isTrouble && <p>{t("saving")}</p>}
      {waiting === 0 && (
        <p className="flex items-center justify-end gap-1.5">
          {hasSaved && <Check aria-hidden size={16} strokeWidth={1.5} className="shrink-0" />}
          {t(hasSaved ? "saved" : "none")}
        </p>
      )}
      <div role="status">
        {isTrouble && (
          <p className="flex items-center justify-end gap-1.5 text-wrong">
            <CloudOff aria-hidden size={16} strokeWidth={1.5} className="shrink-0" />
            {t(isExpired ? "expired" : "offline", { count: waiting })}
          </p>
        )}
        {isTrouble && isExpired && (
          <Link href="/sign-in" className="link">
            {t("signIn")}
          </Link>
        )}
      </div>
    </div>
  );
}
