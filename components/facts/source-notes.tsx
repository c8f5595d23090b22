import { useTranslations } from "next-intl";
import type { NumberedSource } from "./number-sources";

export function SourceNotes({ sources }: { sources: readonly NumberedSource[] }) {
  const t = useTranslations("explore.entity");
  return (
    <ol className="flex flex-col gap-2 text-14 text-muted">
      {sources.map(({ number, source }) => (
        <li key={number} id={`source-${number}`} className="flex scroll-mt-6 gap-3 rounded-control target:bg-sunken">
          <span className="min-w-6 shrink-0 text-right">{number}</span>
          <span>
            {source.url ? (
              <a href={source.url} target="_blank" rel="noreferrer" className="link break-words">
                {source.title}
              </a>
            ) : (
              <span className="text-ink">{source.title}</span>
            )}
            {source.at && <span className="break-all"> {t("place", { place: source.at })}</span>}
            {source.credit && <span> {t("credit", { credit: source.credit })}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
