"use client";

import type { Route } from "next";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { ClassAccountsSlip, type ShownSlip } from "./class-accounts-slip";

type ClassAccountsSlipsProps = { classId: string; className: string; address: string; qr: ReactNode; slips: readonly ShownSlip[] };

/** On paper two beside each other and four below each other, with lines to cut along: eight on a sheet of A4 or letter paper. */
export function ClassAccountsSlips({ classId, className, address, qr, slips }: ClassAccountsSlipsProps) {
  const t = useTranslations("classAccounts");
  const shown = address.replace(/^https?:\/\//, "");
  return (
    <section aria-labelledby="slips" data-slips className="flex flex-col gap-5 print:block">
      <div className="flex flex-col gap-3 print:hidden">
        <h2 id="slips" tabIndex={-1} className="text-22">
          {t("madeTitle", { count: slips.length })}
        </h2>
        <p className="max-w-measure font-medium">{t("madeOnce")}</p>
        <div className="flex flex-wrap gap-3">
          <Button look="primary" onClick={() => window.print()}>
            {t("print")}
          </Button>
          <LinkButton href={`/classes/${classId}/people` as Route}>{t("back")}</LinkButton>
        </div>
      </div>
      <ul aria-label={t("slip.list")} className="grid gap-3 sm:grid-cols-2 print:grid-cols-2 print:gap-0">
        {slips.map((slip) => (
          <li key={slip.userName} className="break-inside-avoid rounded-control border border-line bg-surface p-4 print:-mr-px print:-mb-px print:h-[64mm] print:overflow-hidden print:rounded-none print:border-dashed print:border-control print:px-[5mm] print:py-[2.5mm]">
            <ClassAccountsSlip slip={slip} className={className} address={shown} qr={qr} />
          </li>
        ))}
      </ul>
    </section>
  );
}
