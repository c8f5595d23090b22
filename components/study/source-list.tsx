import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FittedImage } from "@/components/ui/fitted-image";
import { pictureAddress } from "@/lib/own-facts/picture-address";
import type { Answer, SourceLine } from "@/lib/questions/study-card";

const kinds = ["authoritative", "official", "state-press", "dataset", "secondary", "tertiary", "wikipedia", "founding-document", "other"] as const;
type Kind = (typeof kinds)[number];

const isKind = (kind: string): kind is Kind => (kinds as readonly string[]).includes(kind);

/** A line of a data file tells a learner nothing; the entity's page has it. */
const placeIn = ({ kind, at }: SourceLine) => (kind === "dataset" ? null : at);

/** The strongest come first; all of them stand on the entity's page, and every page credits the catalogue. */
const shownAtMost = 2;

const isFirstOfTitle = (source: SourceLine, index: number, all: readonly SourceLine[]) => all.findIndex(({ title }) => title === source.title) === index;

function Elsewhere({ url, children }: { url: string; children: ReactNode }) {
  const t = useTranslations("study");
  return (
    <a href={url} target="_blank" rel="noreferrer" className="link inline-block min-h-6 wrap-anywhere">
      {children}
      <ExternalLink aria-hidden size={14} strokeWidth={1.5} className="ml-1 inline align-[-0.125em]" />
      <span className="sr-only">({t("opensElsewhere")})</span>
    </a>
  );
}

const chip = "flex max-w-full flex-wrap items-baseline gap-x-2 rounded-control border border-line bg-surface px-3 py-1.5";

const mostOfPicture = { width: 480, height: 288 };

/** Pictures of the answer, where it comes from, and what pictures elsewhere show. */
export function SourceList({ answer: { sources, pictures = [] } }: { answer: Pick<Answer, "sources" | "pictures"> }) {
  const t = useTranslations("study");
  const kept = pictures.filter((picture) => picture.id !== undefined);
  const linked = pictures.filter(({ id, url }) => id === undefined || url !== undefined);
  return (
    <div className="flex flex-col gap-3">
      {kept.map(({ id, alternative, width, height }) => (
        <FittedImage key={id} src={pictureAddress(id)} alt={alternative} width={width} height={height} most={mostOfPicture} />
      ))}
      <ul aria-label={t("sources")} className="flex flex-wrap gap-2 text-14">
        {sources.filter(isFirstOfTitle).slice(0, shownAtMost).map((source) => (
          <li key={source.title} className={chip}>
            {source.url ? <Elsewhere url={source.url}>{source.title}</Elsewhere> : <span>{source.title}</span>}
            <span className="max-w-full text-muted [overflow-wrap:anywhere]">
              {[isKind(source.kind) ? t(`sourceKind.${source.kind}`) : null, placeIn(source)].filter(Boolean).join(" · ")}
            </span>
          </li>
        ))}
        {linked.map(({ alternative, url }) => (
          <li key={alternative} className={chip}>
            {url ? <Elsewhere url={url}>{t("picture", { alternative })}</Elsewhere> : <span className="wrap-anywhere">{t("picture", { alternative })}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
