import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** What the answers are to be about: the address of the filter. */
export type ExportOf = { kind: "set" | "class"; id: string } | null;

/** The learner's log to take away, with a filter its part as well. Plain links: the browser saves what comes. */
export function WeakExport({ of }: { of: ExportOf }) {
  const t = useTranslations("progressWeak.export");
  const linksTo = (part: ExportOf) => ({
    csv: (words: ReactNode) => <FileLink format="csv" of={part}>{words}</FileLink>,
    json: (words: ReactNode) => <FileLink format="json" of={part}>{words}</FileLink>,
    lines: (words: ReactNode) => <FileLink format="jsonl" of={part}>{words}</FileLink>,
  });
  return (
    <div className="flex flex-col gap-2 border-t border-line pt-6 text-muted print:hidden">
      {of && <p>{t.rich("filtered", linksTo(of))}</p>}
      <p>{t.rich("lead", linksTo(null))}</p>
    </div>
  );
}

function FileLink({ format, of, children }: { format: string; of: ExportOf; children: ReactNode }) {
  return (
    <a href={`/api/progress/export?format=${format}${of ? `&${of.kind}=${of.id}` : ""}`} download className="link">
      {children}
    </a>
  );
}
