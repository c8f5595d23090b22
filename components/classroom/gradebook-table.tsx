"use client";

import { useTranslations } from "next-intl";
import { Fragment, useId, useMemo, useRef, useState } from "react";
import type { MouseEvent } from "react";
import { classNames } from "@/components/ui/class-names";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import type { GradebookView } from "@/lib/classroom/gradebook-view";
import { GradebookHead } from "./gradebook-head";
import { cellKeys, placeOf } from "./gradebook-keys";
import { StatusShapes } from "./gradebook-marks";
import { GradebookPanel } from "./gradebook-panel";
import { GradebookRow } from "./gradebook-row";
import { readRows, type CellPlace, type ShownColumn, type ShownRow } from "./gradebook-rows";
import type { CellActions } from "./use-cell-details";
import { useGradebookWords } from "./use-gradebook-words";

/** `sentRows` and `sentFormer` as `writeRows` makes them. */
type GradebookTableProps = {
  classId: string; columns: readonly ShownColumn[]; sentRows: string; sentFormer: string; average: number | null;
  view: GradebookView; isArchived: boolean; actions: CellActions;
};

/** Rows that the server draws, more than a screen shows; the browser draws what is below them at once. Thirty cells for each of hundreds of pupils would keep a teacher waiting. */
const drawnAtServer = 30;

/** More columns than these do not fit on a page that stands. */
const mostUpright = 5;

/** Many columns go on to the right edge of a wide window, but never much further than the eye follows a row; what stands above stays where it is. */
const bleed = "xl:mr-[max(-24rem,calc((65rem-100vw)/2+2.5rem))] print:mr-0";

/** The bare look of thousands of cells, said once. Where there is room for one column of work, only what is marked as here is shown. */
const cellLook =
  "[&>tbody>tr>*]:border-b [&>tbody>tr>*]:border-line [&>tbody>tr>td]:p-0 max-sm:[&>tbody>tr>td:not([data-here])]:hidden [&_button[data-at]]:inline-flex [&_button[data-at]]:min-h-10 [&_button[data-at]]:w-full [&_button[data-at]]:items-center [&_button[data-at]]:gap-1.5 [&_button[data-at]]:px-2 [&_button[data-at]]:whitespace-nowrap [&_button[data-at]]:-outline-offset-2 [&_button[data-at]]:hover:bg-sunken [&_button[data-at]]:aria-expanded:bg-sunken [&_svg]:shrink-0";

function ClassAverages({ columns, average }: Pick<GradebookTableProps, "columns" | "average">) {
  const t = useTranslations("gradebook.table");
  const shown = (percent: number | null) => (percent === null ? t("none") : t("percent", { percent }));
  return (
    <tr className="text-muted">
      <th scope="row" className="sticky left-0 z-1 bg-paper py-2 text-left font-normal">{t("classAverage")}</th>
      <td data-here className="px-2! text-right whitespace-nowrap">{shown(average)}</td>
      {columns.map((column) => (
        <td key={column.id} data-here={column.isFocus || undefined}>
          <span className="pl-7.5">{shown(column.average)}</span>
        </td>
      ))}
    </tr>
  );
}

/** People by assignments; a cell opens in place what stands behind it. */
export function GradebookTable({ classId, columns, sentRows, sentFormer, average, view, isArchived, actions }: GradebookTableProps) {
  const t = useTranslations("gradebook.table");
  const words = useGradebookWords();
  const [opened, setOpened] = useState<CellPlace | null>(null);
  const pressed = useRef<HTMLElement | null>(null);
  const keysId = useId();
  const isInteractive = useIsInteractive();
  const [rows, former] = useMemo(() => [readRows(sentRows), readRows(sentFormer)], [sentRows, sentFormer]);

  const press = ({ target }: MouseEvent<HTMLElement>) => {
    const button = (target as HTMLElement).closest<HTMLElement>("button[data-at]");
    if (!button) return;
    const [index, column] = placeOf(button);
    const [{ userId }, { id: workId }] = [[...rows, ...former][index]!, columns[column - 1]!];
    pressed.current = button;
    setOpened((before) => (before?.userId === userId && before.workId === workId ? null : { userId, workId }));
  };
  const close = () => {
    setOpened(null);
    pressed.current?.focus();
  };

  const line = (row: ShownRow, index: number) => {
    const column = opened?.userId === row.userId ? columns.find(({ id }) => id === opened.workId) : undefined;
    return (
      <Fragment key={row.userId}>
        <GradebookRow row={row} index={index} columns={columns} classId={classId} openWorkId={column?.id ?? null} words={words} />
        {column && (
          <tr>
            <td data-here colSpan={columns.length + 2}>
              <div className="sticky left-0 w-[100cqi]">
                <GradebookPanel key={column.id} place={{ userId: row.userId, workId: column.id }} name={row.name} title={column.title} isArchived={isArchived} actions={actions} onClose={close} />
              </div>
            </td>
          </tr>
        )}
      </Fragment>
    );
  };

  return (
    <div className={classNames("flex flex-col gap-2", columns.length > mostUpright && "wide-on-paper")}>
      <StatusShapes />
      <p id={keysId} className="text-14 text-muted max-sm:sr-only print:hidden">{t("keys")}</p>
      <div role="region" aria-label={t("caption", { count: rows.length })} aria-describedby={keysId} tabIndex={0} className={classNames("@container relative overflow-x-auto sm:max-h-[85dvh] sm:overflow-y-auto print:max-h-none print:overflow-visible", columns.length > mostUpright && bleed)}>
        {/* The handlers are for what bubbles up from buttons and links; the table itself is nothing to press. */}
        <table className={`w-full border-separate border-spacing-0 text-14 tabular-nums ${cellLook}`} onClick={press} {...cellKeys}>
          <caption className="sr-only">{t("caption", { count: rows.length })}</caption>
          <GradebookHead columns={columns} view={view} />
          <tbody>
            <ClassAverages columns={columns} average={average} />
            {(isInteractive ? rows : rows.slice(0, drawnAtServer)).map(line)}
          </tbody>
          {former.length > 0 && (isInteractive || rows.length <= drawnAtServer) && (
            <tbody>
              <tr>
                <th scope="rowgroup" colSpan={columns.length + 2} className="pt-6 pb-2 text-left">
                  <span className="sticky left-0">{t("former")}</span>
                </th>
              </tr>
              {former.map((row, i) => line(row, rows.length + i))}
            </tbody>
          )}
        </table>
      </div>
    </div>
  );
}
