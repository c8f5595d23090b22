import type { ReactNode } from "react";
import { classNames } from "./class-names";

type Column = { heading: string; isNumber?: boolean };
type TableProps = { caption: string; isCaptionHidden?: boolean; columns: Column[]; rows: { key: string; cells: ReactNode[] }[] };

/** The looks of cells stand on the table: written in each of hundreds of cells they would be a tenth of a page. Numbers are on the right, and most columns are numbers. */
const looks =
  "[&_:is(td,th)]:px-1.5 [&_:is(td,th)]:py-2 sm:[&_:is(td,th)]:px-3 [&_tr>:first-child]:pl-0 [&_tr>:last-child]:pr-0 [&_td]:text-right [&_tbody_th]:text-left [&_tbody_th]:font-normal [&_tbody_tr]:border-b [&_tbody_tr]:border-line";

/** As in sentences: long numbers in groups. */
const numbers = new Intl.NumberFormat("en");
const shown = (cell: ReactNode) => (typeof cell === "number" ? numbers.format(cell) : cell);

/** The first cell of a row names the row. Scrolls sideways by itself when it is wider than its place, which takes a focus to do by keys. */
export function Table({ caption, isCaptionHidden = false, columns, rows }: TableProps) {
  return (
    <div role="group" aria-label={caption} tabIndex={0} className="overflow-x-auto print:overflow-visible">
      <table className={classNames("w-full border-collapse text-14 tabular-nums sm:text-16", looks)}>
        <caption className={isCaptionHidden ? "sr-only" : "pb-2 text-left text-14 text-muted"}>{caption}</caption>
        <thead>
          <tr className="border-b border-control text-14 text-muted">
            {columns.map((column) => (
              <th key={column.heading} scope="col" className={classNames("font-medium first-letter:uppercase", column.isNumber ? "text-right" : "text-left")}>
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              {row.cells.map((cell, index) =>
                index === 0 ? (
                  <th key={index} scope="row">
                    {shown(cell)}
                  </th>
                ) : (
                  <td key={index} className={columns[index]?.isNumber ? undefined : "text-left!"}>
                    {shown(cell)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
