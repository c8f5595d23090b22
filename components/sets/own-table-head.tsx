"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Dispatch } from "react";
import { columnKinds, type ColumnKind } from "@/lib/own-facts/own-limits";
import { OwnTableCell } from "./own-table-cell";
import type { TableAction, TableState } from "./own-table-state";
import { useMistakeWords } from "./own-words";

type OwnTableHeadProps = { prefix: string; state: TableState; width: number; dispatch: Dispatch<TableAction>; onKind: (position: number, kind: ColumnKind) => void };

/** The headings with the kinds of their columns. */
export function OwnTableHead({ prefix, state, width, dispatch, onKind }: OwnTableHeadProps) {
  const t = useTranslations("ownFacts");
  const wordsOf = useMistakeWords();
  return (
    <thead>
      <tr className="border-b border-control align-top">
        <th scope="col" className="py-3 pr-2 pl-3 text-right text-14 font-normal text-muted">
          {t("table.row")}
        </th>
        {Array.from({ length: width }, (_, i) => {
          const position = i + 1;
          const heading = state.cells[0]?.[i] ?? "";
          const column = state.columns.find((each) => each.position === position);
          const mistake = state.mistakes.find(({ row, column: at }) => row === 1 && at === position);
          return (
            <th key={position} scope="col" className="min-w-36 py-0.5 pr-1 text-left font-normal">
              <div className="flex items-start">
                <div className="min-w-0 grow">
                  <OwnTableCell
                    id={`${prefix}-1-${position}`} isHeading label={t("table.heading", { column: position })} text={heading} mistake={mistake && wordsOf(mistake.code)}
                    onText={(text) => dispatch({ type: "typed", line: 1, position, text })}
                  />
                </div>
                {position > 1 && (
                  <button type="button" aria-label={t("table.leaveOut", { heading: heading || String(position) })} onClick={() => dispatch({ type: "column-left-out", position })} className="grid size-11 shrink-0 place-items-center rounded-control text-muted hover:bg-sunken">
                    <X aria-hidden size={16} strokeWidth={1.5} />
                  </button>
                )}
              </div>
              {column ? (
                <div className="flex items-center gap-1 px-1 pb-2 text-14">
                  <select
                    aria-label={t("table.kindOf", { heading: column.heading })} value={column.kind} onChange={(event) => onKind(position, event.target.value as ColumnKind)}
                    className="min-h-11 rounded-key border border-control bg-surface px-2 text-14"
                  >
                    {columnKinds.map((kind) => (
                      <option key={kind} value={kind}>
                        {t(`kind.${kind}`)}
                      </option>
                    ))}
                  </select>
                  {column.symbol && <span className="text-muted">{t("table.unit", { unit: column.symbol })}</span>}
                </div>
              ) : (
                <p className="px-2 py-2.5 text-14 text-muted">{heading.trim() === "" ? "" : t(position === 1 ? "table.names" : "table.otherNames")}</p>
              )}
            </th>
          );
        })}
        <td />
      </tr>
    </thead>
  );
}
