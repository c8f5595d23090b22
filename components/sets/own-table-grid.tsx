"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo, useState, type Dispatch, type KeyboardEvent } from "react";
import { Button } from "@/components/ui/button";
import type { TableMistake } from "@/lib/own-facts/mistakes";
import type { ColumnKind } from "@/lib/own-facts/own-limits";
import { OwnTableHead } from "./own-table-head";
import { OwnTableRow } from "./own-table-row";
import { shownLines, type TableAction, type TableState } from "./own-table-state";

type OwnTableGridProps = { prefix: string; state: TableState; dispatch: Dispatch<TableAction>; onKind: (position: number, kind: ColumnKind) => void };

const shownAtOnce = 20;

function byLine(mistakes: readonly TableMistake[]): ReadonlyMap<number, TableMistake[]> {
  const lines = new Map<number, TableMistake[]>();
  for (const mistake of mistakes) if (mistake.row !== null) lines.set(mistake.row, [...(lines.get(mistake.row) ?? []), mistake]);
  return lines;
}

/** Enter goes to the cell below, as in a spreadsheet. */
function goDown(event: KeyboardEvent<HTMLTableElement>): void {
  if (event.key !== "Enter" || event.nativeEvent.isComposing || !(event.target instanceof HTMLTextAreaElement)) return;
  event.preventDefault();
  const cell = event.target.closest("td, th");
  const row = cell?.closest("tr");
  const next = row?.closest("thead") ? row.closest("table")?.querySelector("tbody tr") : row?.nextElementSibling;
  next?.children[[...(row?.children ?? [])].indexOf(cell!)]?.querySelector("textarea")?.focus();
}

/** The table with a field for every cell; of many rows the first, and those that need a look. */
export function OwnTableGrid({ prefix, state, dispatch, onKind }: OwnTableGridProps) {
  const t = useTranslations("ownFacts.table");
  const [count, setCount] = useState(shownAtOnce);
  const { cells, columns, mistakes } = state;
  const { lines, hidden } = useMemo(() => shownLines(state, count), [state, count]);
  const mistakesOf = useMemo(() => byLine(mistakes), [mistakes]);
  const width = Math.max(cells[0]?.length ?? 0, ...columns.map(({ position }) => position), ...mistakes.map(({ column }) => column ?? 0));
  const headings = useMemo(() => Array.from({ length: width }, (_, i) => cells[0]?.[i] || String(i + 1)), [cells, width]);
  const kinds = useMemo(() => Array.from({ length: width }, (_, i) => columns.find(({ position }) => position === i + 1)?.kind), [columns, width]);
  const steady = useSteady(headings);

  return (
    <div className="flex flex-col gap-3">
      <div role="group" aria-label={t("asRead")} tabIndex={0} className="max-h-[80vh] overflow-auto rounded-control border border-line bg-surface">
        <table onKeyDown={goDown} className="w-full border-collapse">
          <caption className="sr-only">{t("asRead")}</caption>
          <OwnTableHead prefix={prefix} state={state} width={width} dispatch={dispatch} onKind={onKind} />
          <tbody>
            {lines.map((line) => (
              <OwnTableRow key={line} prefix={prefix} line={line} cells={cells[line - 1]!} headings={steady} kinds={kinds} mistakes={mistakesOf.get(line)} kept={state.kept} dispatch={dispatch} />
            ))}
          </tbody>
        </table>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {hidden > 0 && (
          <>
            <p className="text-14 text-muted">{t("hidden", { count: hidden })}</p>
            <Button onClick={() => setCount(count + 100)}>{t("showMore")}</Button>
          </>
        )}
        <Button look="quiet" onClick={() => dispatch({ type: "line-added" })}>
          <Plus aria-hidden size={18} strokeWidth={1.5} />
          {t("addRow")}
        </Button>
      </div>
    </div>
  );
}

/** The same list for as long as it says the same, so that rows that know it need not be drawn anew. */
function useSteady(values: readonly string[]): readonly string[] {
  const said = JSON.stringify(values);
  return useMemo(() => JSON.parse(said) as string[], [said]);
}
