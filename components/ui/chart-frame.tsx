import { useId } from "react";
import type { ReactNode } from "react";

type ChartFrameProps = {
  title: string;
  /** What the picture shows, with the figure that matters: whoever does not see it misses nothing. */
  summary: string;
  tableLabel: string;
  table: ReactNode;
  /** The drawing; it is hidden from screen readers, which get the sentence and the table. */
  children: ReactNode;
};

export function ChartFrame({ title, summary, tableLabel, table, children }: ChartFrameProps) {
  const titleId = useId();
  return (
    <figure aria-labelledby={titleId} className="flex flex-col gap-4 rounded-control border border-line bg-surface p-5">
      <figcaption className="flex flex-col gap-1">
        <h2 id={titleId} className="text-18">
          {title}
        </h2>
        <p className="max-w-measure text-muted">{summary}</p>
      </figcaption>
      <div aria-hidden>{children}</div>
      <details>
        <summary className="min-h-11 content-center text-14 text-muted">{tableLabel}</summary>
        {table}
      </details>
    </figure>
  );
}
