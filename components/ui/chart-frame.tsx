import { useId } from "react";
import type { ReactNode } from "react";
import { StaticMarkup } from "./static-markup";

type ChartFrameProps = {
  title: string;
  /** One level below the heading that the chart stands under. */
  heading?: "h2" | "h3";
  /** What the picture shows, with the figure that matters: whoever does not see it misses nothing. */
  summary: string;
  tableLabel: string;
  /** Second to another picture: the sentence tells enough until picture and table are asked for, and the page stays short. */
  isFolded?: boolean;
  /** How to read picture and table. */
  note?: string;
  /** Plain elements (see StaticMarkup). */
  table: ReactNode;
  /** The drawing; it is hidden from screen readers, which get the sentence and the table. */
  children: ReactNode;
};

export function ChartFrame({ title, heading: Heading = "h3", summary, tableLabel, isFolded = false, note, table, children }: ChartFrameProps) {
  const titleId = useId();
  const picture = (
    <>
      {note && <p className="max-w-measure text-14 text-muted">{note}</p>}
      <div aria-hidden>{children}</div>
    </>
  );
  return (
    <figure aria-labelledby={titleId} className="flex min-w-0 flex-col gap-4 rounded-control border border-line bg-surface p-5">
      <figcaption className="flex flex-col gap-1">
        <Heading id={titleId} className="text-18">
          {title}
        </Heading>
        <p className="max-w-measure text-muted">{summary}</p>
      </figcaption>
      {!isFolded && picture}
      <details className="-mt-1 -mb-3">
        <summary className="min-h-11 content-center text-14 text-muted">{tableLabel}</summary>
        <div className="flex flex-col gap-4 pt-1 pb-3">
          {isFolded && picture}
          <StaticMarkup>{table}</StaticMarkup>
        </div>
      </details>
    </figure>
  );
}
