"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import { mostAccounts } from "@/lib/classroom/slips";
import type { Result } from "@/lib/shared/result";
import { ClassAccountsNames } from "./class-accounts-names";
import { ClassAccountsPreview, type ProposedAccount } from "./class-accounts-preview";
import { ClassAccountsSlips } from "./class-accounts-slips";
import type { ShownSlip } from "./class-accounts-slip";

type ForNames<T> = (input: { classId: string; names: string[] }) => Promise<Result<T[], { code: string }>>;

/** `address`: where one signs in; `qr`: the same as a picture, drawn by the server. */
type ClassAccountsProps = { classId: string; className: string; address: string; qr: ReactNode; propose: ForNames<ProposedAccount>; make: ForNames<ShownSlip> };

type Step = { name: "names" } | { name: "preview"; accounts: ProposedAccount[] } | { name: "slips"; slips: ShownSlip[] };

const refusals: Record<string, "full" | "rateLimited" | "gone"> = { CONFLICT: "full", RATE_LIMITED: "rateLimited", NOT_FOUND: "gone", FORBIDDEN: "gone" };

/** From names to printed slips, in three steps; only the last changes anything. The passwords are in this page's memory and nowhere else. */
export function ClassAccounts({ classId, className, address, qr, propose, make }: ClassAccountsProps) {
  const t = useTranslations("classAccounts");
  const [names, setNames] = useState<string[]>([]);
  const [step, setStep] = useState<Step>({ name: "names" });
  const area = useRef<HTMLDivElement>(null);

  // The step that was pressed is gone, and the focus with it.
  useEffect(() => area.current?.querySelector<HTMLElement>("h2[tabindex]")?.focus(), [step.name]);

  const refusal = (code: string) => t(refusals[code] ?? "failed");
  const preview = async (given: string[]): Promise<string | null> => {
    const outcome = await propose({ classId, names: given }).catch(() => null);
    if (!outcome) return t("failed");
    if (!outcome.ok) return refusal(outcome.error.code);
    setNames(given);
    setStep({ name: "preview", accounts: outcome.value });
    return null;
  };
  const confirm = async (): Promise<string | null> => {
    const outcome = await make({ classId, names }).catch(() => null);
    if (!outcome) return t("unsure");
    if (!outcome.ok) return refusal(outcome.error.code);
    setStep({ name: "slips", slips: outcome.value });
    return null;
  };
  return (
    <div ref={area} className="print:contents">
      {step.name === "names" && <ClassAccountsNames names={names} most={mostAccounts} onGiven={preview} />}
      {step.name === "preview" && <ClassAccountsPreview accounts={step.accounts} onConfirm={confirm} onBack={() => setStep({ name: "names" })} />}
      {step.name === "slips" && <ClassAccountsSlips classId={classId} className={className} address={address} qr={qr} slips={step.slips} />}
    </div>
  );
}
