import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export type ShownSlip = { name: string; userName: string; password: string };

/** `qr` and `address` are not needed where nobody takes the slip away. */
type ClassAccountsSlipProps = { slip: ShownSlip; className?: string; address?: string; qr?: ReactNode };

/** What somebody needs to sign in for the first time. Letters are told apart in a monospaced face. */
export function ClassAccountsSlip({ slip: { name, userName, password }, className, address, qr }: ClassAccountsSlipProps) {
  const t = useTranslations("classAccounts");
  return (
    <div className="flex h-full flex-col justify-between gap-2 print:gap-1">
      <div className="flex items-start justify-between gap-3">
        <div className="flex min-w-0 flex-col gap-2 print:gap-1">
          <p className="leading-tight">
            <span className="line-clamp-2 font-semibold wrap-anywhere">{name}</span>
            {className && <span className="line-clamp-1 text-14 wrap-anywhere text-muted">{className}</span>}
          </p>
          <dl className="flex flex-col gap-1 print:gap-0">
            <div>
              <dt className="text-14 leading-tight text-muted">{t("userName")}</dt>
              <dd className="font-mono leading-tight break-all">{userName}</dd>
            </div>
            <div>
              <dt className="text-14 leading-tight text-muted">{t("password")}</dt>
              <dd className="font-mono text-18 leading-tight font-semibold whitespace-nowrap">{password}</dd>
            </div>
          </dl>
        </div>
        {qr && <div className="-m-2 size-28 shrink-0 overflow-hidden">{qr}</div>}
      </div>
      {address && (
        <p className="text-14 leading-tight">
          <span className="wrap-anywhere">{t("slip.address", { address })}</span> {t("slip.choose")}
        </p>
      )}
    </div>
  );
}
