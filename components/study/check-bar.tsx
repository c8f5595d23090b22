"use client";

import { useTranslations } from "next-intl";
import { ActionBar } from "@/components/answer/action-bar";
import { isReady, type Draft } from "@/components/answer/draft";
import { Button } from "@/components/ui/button";

/** Hands in an answer of several steps, and says how far it is. */
export function CheckBar({ draft, onCheck }: { draft: Draft; onCheck: () => void }) {
  const t = useTranslations("study");
  const { response } = draft;
  return (
    <ActionBar>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button look="primary" disabled={!isReady(draft)} className="w-full disabled:opacity-50 sm:w-auto" onClick={(event) => event.detail < 2 && onCheck()}>
          {t("check")}
        </Button>
        {response.kind === "choices" && response.options.length > 0 && <p className="hidden text-14 text-muted tabular-nums sm:block">{t("chosen", { count: response.options.length })}</p>}
        {response.kind === "pairs" && (
          <p className="hidden text-14 text-muted tabular-nums sm:block">
            {t("matched", { count: response.pairs.filter((option) => option !== null).length, total: response.pairs.length })}
          </p>
        )}
      </div>
    </ActionBar>
  );
}
