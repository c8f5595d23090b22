"use client";

import type { Route } from "next";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import type { Result } from "@/lib/shared/result";

type Made = Result<{ setId: string }, { message: string }>;
type KnowsSetProps = { classId: string; name: string; factIds: string[]; make: (input: { classId: string; name: string; factIds: string[] }) => Promise<Made> };

/** Makes a set of the facts that are shown, then offers to give it to the class. */
export function KnowsSet({ classId, name, factIds, make }: KnowsSetProps) {
  const t = useTranslations("analysis.knows.set");
  const [made, setMade] = useState<Made | null>(null);
  const [isMaking, startMaking] = useTransition();
  const press = () => startMaking(async () => setMade(await make({ classId, name, factIds }).catch(() => ({ ok: false as const, error: { message: t("failed") } }))));
  return (
    <div className="flex flex-col gap-3 print:hidden">
      <div className="flex flex-wrap items-center gap-3">
        {made?.ok ? (
          <>
            <LinkButton look="primary" href={`/classes/${classId}/assignments/new?set=${made.value.setId}` as Route} prefetch={false}>{t("assign")}</LinkButton>
            <LinkButton href={`/sets/${made.value.setId}` as Route} prefetch={false}>{t("look")}</LinkButton>
          </>
        ) : (
          <Button look="primary" isBusy={isMaking} onClick={press}>{isMaking ? t("making") : t("make")}</Button>
        )}
      </div>
      <p role="status" className="text-14 text-muted">{made && (made.ok ? t("made") : made.error.message)}</p>
    </div>
  );
}
