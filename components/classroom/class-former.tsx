"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import type { ForMember } from "./class-actions";
import { useClassChange } from "./use-class-change";

export type ShownFormer = { userId: string; name: string; userName: string | null; until: string };

/** Who is no longer in the class. Null for `restore` in an archived one. */
export function ClassFormer({ classId, former, restore }: { classId: string; former: readonly ShownFormer[]; restore: ForMember | null }) {
  const t = useTranslations("classes.people");
  const isInteractive = useIsInteractive();
  const { run, isBusy, problem } = useClassChange();
  return (
    <details className="border-t border-line pt-2">
      <summary className="min-h-11 content-center text-muted">{t("former", { count: former.length })}</summary>
      <p role="alert" className="font-medium text-wrong empty:hidden">
        {problem}
      </p>
      <ul aria-label={t("formerTable")} className="flex flex-col">
        {former.map(({ userId, name, userName, until }) => (
          <li key={userId} className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line py-2">
            <span className="flex min-w-0 flex-col">
              <span className="wrap-anywhere">{name}</span>
              <span className="text-14 break-all text-muted">
                {userName ?? t("guest")} · {t("left")} {until}
              </span>
            </span>
            {restore && (
              <Button look="quiet" disabled={!isInteractive} isBusy={isBusy} aria-label={t("restoreOf", { name })} onClick={() => run(() => restore({ classId, userId }), () => undefined)}>
                {t("restore")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
