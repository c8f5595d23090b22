import type { Route } from "next";
import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";

/** A row that leads to an assignment: what it is called, and two lines on it. */
export function AssignmentRow({ href, title, lead, note, isPlain = false }: { href: string; title: string; lead: ReactNode; note: ReactNode; isPlain?: boolean }) {
  return (
    <li className="border-b border-line first:border-t">
      <Link href={href as Route} prefetch={false} className="group flex min-h-16 flex-col justify-center gap-0.5 py-3">
        <span className={`wrap-anywhere group-hover:text-accent ${isPlain ? "" : "font-medium"}`}>{title}</span>
        <span className="text-14 wrap-anywhere text-muted tabular-nums">{lead}</span>
        {note && <span className="text-14 wrap-anywhere tabular-nums">{note}</span>}
      </Link>
    </li>
  );
}

type Dated = Record<"opensAt" | "dueAt" | "closesAt", Date | null> & { phase: "ahead" | "open" | "late" | "closed" };

/** Until when something is to be done, on the viewer's own clock; what is overdue is still taken. */
export function useWhen(timeZone: string): (item: Dated) => string {
  const t = useTranslations("assignments.when");
  const format = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", timeZone });
  return ({ opensAt, dueAt, closesAt, phase }) => {
    if (phase === "ahead" && opensAt) return t("opens", { when: format.format(opensAt) });
    if (phase === "closed" && closesAt) return t("closed", { when: format.format(closesAt) });
    if (phase === "late" && dueAt) return t("wasDue", { when: format.format(dueAt) });
    const until = dueAt ?? closesAt;
    return until ? t("by", { when: format.format(until) }) : t("anytime");
  };
}
