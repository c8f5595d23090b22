import type { Route } from "next";
import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";
import type { MemberTime } from "@/lib/quiz/extra-time";

/** `joined`: a day, written out. `pageHref`: where a pupil's work is shown. */
export type ShownMember = { userId: string; name: string; userName: string | null; role: "teacher" | "co-teacher" | "pupil"; joined: string; isManaged: boolean; time: MemberTime; pageHref: string | null };

/** On narrow screens the user name stands below the name, and the day is left out. */
export function ClassMemberRow({ member: { name, userName, role, joined, pageHref, time }, more }: { member: ShownMember; more: ReactNode }) {
  const t = useTranslations("classes.people");
  const accounts = useTranslations("classAccounts");
  const hasMore = time.timeMultiplier > 1 || time.extraMinutes > 0 || time.hasNoTimeLimit || time.extraAttempts > 0;
  const cell = "px-1.5 py-1 sm:px-3";
  return (
    <tr className="border-b border-line">
      <th scope="row" className={`${cell} max-w-0 pl-0 text-left font-normal sm:max-w-72 sm:pl-0`}>
        {pageHref ? (
          <Link href={pageHref as Route} prefetch={false} className="link inline-flex min-h-11 max-w-full items-center py-2 wrap-anywhere">
            {name}
          </Link>
        ) : (
          <span className="inline-flex min-h-11 max-w-full items-center py-2 wrap-anywhere">{name}</span>
        )}
        <span className={`-mt-2 block pb-1 text-14 text-muted ${hasMore ? "" : "sm:hidden"}`}>
          <span className="block break-all sm:hidden">{userName ?? t("guest")}</span>
          {hasMore && accounts("time.given")}
        </span>
      </th>
      <td className={`${cell} hidden max-w-60 break-all text-muted sm:table-cell`}>{userName ?? t("guest")}</td>
      <td className={`${cell} hidden whitespace-nowrap text-muted tabular-nums md:table-cell`}>{joined}</td>
      <td className={`${cell} w-24 whitespace-nowrap ${role === "pupil" ? "text-muted" : "font-medium"}`}>{t(`roles.${role}`)}</td>
      {more && <td className="py-1 text-right">{more}</td>}
    </tr>
  );
}
