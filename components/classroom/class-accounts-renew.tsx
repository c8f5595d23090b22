"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import type { Result } from "@/lib/shared/result";
import { ClassAccountsSlip, type ShownSlip } from "./class-accounts-slip";

export type RenewPassword = (input: { classId: string; userId: string }) => Promise<Result<ShownSlip, { code: string }>>;

type ClassAccountsRenewProps = { classId: string; member: { userId: string; name: string }; renew: RenewPassword };

const refusals: Record<string, "renew.refused" | "rateLimited" | "gone"> = { CONFLICT: "renew.refused", RATE_LIMITED: "rateLimited", NOT_FOUND: "gone", FORBIDDEN: "gone" };

/** For an account that the class made; the new password is shown here once. */
export function ClassAccountsRenew({ classId, member: { userId, name }, renew }: ClassAccountsRenewProps) {
  const t = useTranslations("classAccounts");
  const [slip, setSlip] = useState<ShownSlip | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isMaking, startTransition] = useTransition();

  const make = () =>
    startTransition(async () => {
      setProblem(null);
      const outcome = await renew({ classId, userId }).catch(() => null);
      if (outcome?.ok) setSlip(outcome.value);
      else setProblem(t(refusals[outcome?.error.code ?? ""] ?? "failed"));
    });
  return (
    <div className="flex flex-col items-start gap-2">
      <Button isBusy={isMaking} onClick={make}>
        {t("renew.open")}
      </Button>
      <p className="text-14 text-muted">{t("renew.lead")}</p>
      <p role="alert" className="font-medium text-wrong empty:hidden">
        {problem}
      </p>
      <div role="status" className="flex w-full flex-col gap-2 empty:hidden">
        {slip && (
          <>
            <p className="font-medium wrap-anywhere">{t("renew.made", { name })}</p>
            {/* Below the edge of a small dialog it would not be seen. */}
            <div ref={(shown) => shown?.scrollIntoView({ block: "nearest" })} className="rounded-control border border-line bg-sunken p-4">
              <ClassAccountsSlip slip={slip} />
            </div>
          </>
        )}
      </div>
    </div>
  );
}
