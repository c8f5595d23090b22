"use client";

import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import type { SourceLine } from "@/lib/questions/study-card";

const kinds = ["authoritative", "official", "state-press", "dataset", "secondary", "tertiary", "wikipedia", "founding-document", "other"] as const;
type Kind = (typeof kinds)[number];

const isKind = (kind: string): kind is Kind => (kinds as readonly string[]).includes(kind);

export function SourceList({ sources }: { sources: readonly SourceLine[] }) {
  const t = useTranslations("study");
  return (
    <ul aria-label={t("sources")} className="flex flex-col gap-2">
      {sources.map((source) => (
        <li key={`${source.title} ${source.at ?? ""}`} className="flex flex-wrap items-baseline gap-x-2 text-14 text-muted">
          {source.url ? (
            <a href={source.url} target="_blank" rel="noreferrer" className="link inline-flex items-baseline gap-1">
              {source.title}
              <ExternalLink aria-hidden size={14} strokeWidth={1.5} className="shrink-0 self-center" />
              <span className="sr-only">({t("opensElsewhere")})</span>
            </a>
          ) : (
            <span className="text-ink">{source.title}</span>
          )}
          <span>{[isKind(source.kind) ? t(`sourceKind.${source.kind}`) : null, source.at, source.credit].filter(Boolean).join(" · ")}</span>
        </li>
      ))}
    </ul>
  );
}
