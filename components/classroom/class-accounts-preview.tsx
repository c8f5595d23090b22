"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";

export type ProposedAccount = { name: string; userName: string };

/** `onConfirm` gives in words why it did not work. */
type ClassAccountsPreviewProps = { accounts: readonly ProposedAccount[]; onConfirm: () => Promise<string | null>; onBack: () => void };

/** What will be made, to be looked through before it is. */
export function ClassAccountsPreview({ accounts, onConfirm, onBack }: ClassAccountsPreviewProps) {
  const t = useTranslations("classAccounts");
  const [problem, setProblem] = useState<string | null>(null);
  const [isMaking, startTransition] = useTransition();

  const make = () =>
    startTransition(async () => {
      setProblem(null);
      setProblem(await onConfirm());
    });
  const cell = "py-2 pr-4 text-left wrap-anywhere";
  return (
    <section aria-labelledby="accounts-preview" className="flex max-w-column flex-col gap-5">
      <h2 id="accounts-preview" tabIndex={-1} className="text-22">
        {t("previewTitle", { count: accounts.length })}
      </h2>
      <table className="w-full table-fixed border-collapse">
        <caption className="sr-only">{t("previewTable")}</caption>
        <thead>
          <tr className="border-b border-control text-14 text-muted">
            <th scope="col" className={`${cell} font-medium`}>
              {t("name")}
            </th>
            <th scope="col" className={`${cell} font-medium`}>
              {t("userName")}
            </th>
          </tr>
        </thead>
        <tbody>
          {accounts.map(({ name, userName }) => (
            <tr key={userName} className="border-b border-line">
              <th scope="row" className={`${cell} font-normal`}>
                {name}
              </th>
              <td className={cell}>{userName}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p role="alert" className="font-medium text-wrong empty:hidden">
        {problem}
      </p>
      <div className="flex flex-wrap gap-3">
        <Button look="primary" isBusy={isMaking} onClick={make}>
          {isMaking ? t("making") : t("make", { count: accounts.length })}
        </Button>
        <Button isBusy={isMaking} onClick={onBack}>
          {t("change")}
        </Button>
      </div>
    </section>
  );
}
