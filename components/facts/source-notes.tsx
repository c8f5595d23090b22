import { useTranslations } from "next-intl";
import type { NumberedSource } from "./number-sources";

/** Which sources each credit is for, in the order of the sources. */
function creditsOf(sources: readonly NumberedSource[]): [string, number[]][] {
  const credits = new Map<string, number[]>();
  for (const { number, source } of sources) {
    if (source.credit) credits.set(source.credit, [...(credits.get(source.credit) ?? []), number]);
  }
  return [...credits];
}

/** The sources by number, and once each the credits that their licences ask for. */
export function SourceNotes({ sources }: { sources: readonly NumberedSource[] }) {
  const t = useTranslations("explore.entity");
  const credits = creditsOf(sources);
  return (
    <div className="flex flex-col gap-4 text-14 text-muted">
      <ol className="flex flex-col gap-2">
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
              {source.at && <span className="[overflow-wrap:anywhere]"> {t("place", { place: source.at })}</span>}
            </span>
          </li>
        ))}
      </ol>
      {credits.length > 0 && (
        <ul aria-label={t("credits")} className="flex max-w-measure flex-col gap-1 pl-9">
          {credits.map(([credit, numbers]) => (
            <li key={credit} className="[overflow-wrap:anywhere]">
              {t("credit", { count: numbers.length, numbers: numbers.join(", "), credit })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
