"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";

/** Said when it changes; the place is there from the start, so that it is read out and nothing moves. */
export function SaveState({ kind }: { kind: "none" | "saved" | "failed" | "refused" }) {
  const t = useTranslations("settings");
  return (
    <>
      <p role="status" className="flex items-center gap-1.5 text-14 text-correct empty:hidden">
        {kind === "saved" && (
          <>
            <Check aria-hidden size={18} strokeWidth={1.5} />
            {t("saved")}
          </>
        )}
      </p>
      <p role="alert" className="text-14 font-medium text-wrong empty:hidden">
        {kind === "failed" && t("failed")}
      </p>
    </>
  );
}
