"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { LinkButton } from "@/components/ui/link-button";

type SessionSummaryProps = { answered: number; right: number; isGuest: boolean };

export function SessionSummary({ answered, right, isGuest }: SessionSummaryProps) {
  const t = useTranslations("study");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="flex animate-settle flex-col gap-6">
      <div className="flex flex-col gap-2">
        <h1 ref={heading} tabIndex={-1} className="text-28">
          {t("done.title")}
        </h1>
        <p className="text-18">{answered === 0 ? t("done.nothing") : t("done.summary", { answered, right })}</p>
      </div>
      {isGuest && (
        <div className="flex flex-col items-start gap-3 rounded-control border border-line bg-surface p-5">
          <h2 className="text-18">{t("done.guestTitle")}</h2>
          <p className="max-w-measure">{t("done.guest")}</p>
          <LinkButton href="/sign-up" look="primary">
            {t("done.signUp")}
          </LinkButton>
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        <LinkButton href="/">{t("done.home")}</LinkButton>
        <LinkButton href="/explore">{t("done.explore")}</LinkButton>
      </div>
    </section>
  );
}
