"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, type Dispatch } from "react";
import { classNames } from "@/components/ui/class-names";
import type { TableMistake } from "@/lib/own-facts/mistakes";
import type { ColumnKind } from "@/lib/own-facts/own-limits";
import { OwnTableCell } from "./own-table-cell";
import { cellKey, type TableAction } from "./own-table-state";
import { useMistakeWords } from "./own-words";

export type OwnTableRowProps = {
  /** Begins the ids of the cells. */
  prefix: string;
  line: number;
  cells: readonly string[];
  /** What the columns are called, by position from 1, and of which kind they are. */
  headings: readonly string[];
  kinds: readonly (ColumnKind | undefined)[];
  mistakes: readonly TableMistake[] | undefined;
  kept: ReadonlyMap<string, string>;
  dispatch: Dispatch<TableAction>;
};

function Row({ prefix, line, cells, headings, kinds, mistakes, kept, dispatch }: OwnTableRowProps) {
  const t = useTranslations("ownFacts.table");
  const wordsOf = useMistakeWords();
  return (
    <tr className="border-b border-line align-top">
      <th scope="row" className="py-3 pr-2 pl-3 text-right text-14 font-normal text-muted tabular-nums">
        {line}
      </th>
      {headings.map((heading, i) => {
        const mistake = mistakes?.find(({ column }) => column === i + 1);
        const text = kept.get(cellKey(line, i + 1));
        return (
          <td key={i} className={classNames("py-0.5 pr-1", mistake ? "min-w-64" : "min-w-36")}>
            <OwnTableCell
              id={`${prefix}-${line}-${i + 1}`} label={t("cell", { row: line, heading })} text={cells[i] ?? ""}
              mistake={mistake && wordsOf(mistake.code, kinds[i])} kept={text === undefined ? undefined : t("keptAs", { text })}
              onText={(typed) => dispatch({ type: "typed", line, position: i + 1, text: typed })}
            />
          </td>
        );
      })}
      <td>
        <button type="button" aria-label={t("removeRow", { row: line })} onClick={() => dispatch({ type: "line-removed", line })} className="grid size-11 place-items-center rounded-control text-muted hover:bg-sunken">
          <X aria-hidden size={16} strokeWidth={1.5} />
        </button>
      </td>
    </tr>
  );
}

/** One thing with its properties. Typing in one row leaves the others alone. */
export const OwnTableRow = memo(Row);
