import type { ReactNode } from "react";
import { classNames } from "./class-names";

type Column = { heading: string; isNumber?: boolean };
type TableProps = { caption: string; isCaptionHidden?: boolean; columns: Column[]; rows: { key: string; cells: ReactNode[] }[] };

/** The first cell of a row names the row. Scrolls sideways by itself when it is wider than its place. */
export function Table({ caption, isCaptionHidden = false, columns, rows }: TableProps) {
  const align = (index: number) => classNames("px-3 py-2", columns[index]?.isNumber ? "text-right" : "text-left");
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse tabular-nums">
        <caption className={isCaptionHidden ? "sr-only" : "pb-2 text-left text-14 text-muted"}>{caption}</caption>
        <thead>
          <tr className="border-b border-control text-14 text-muted">
            {columns.map((column, index) => (
              <th key={column.heading} scope="col" className={classNames(align(index), "font-medium")}>
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className="border-b border-line">
              {row.cells.map((cell, index) =>
                index === 0 ? (
                  <th key={index} scope="row" className={classNames(align(index), "font-normal")}>
                    {cell}
                  </th>
                ) : (
                  <td key={index} className={align(index)}>
                    {cell}
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
