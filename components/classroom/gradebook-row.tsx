import Link from "next/link";
import type { Route } from "next";
import { memo } from "react";
import type { WorkStatus } from "@/lib/classroom/work";
import { StatusMark } from "./gradebook-marks";
import { marks, type ShownCell, type ShownColumn, type ShownRow } from "./gradebook-rows";
import type { CellWords } from "./use-gradebook-words";

/** A figure with these needs no further word beside its mark: the key below the table has it. */
const plain: ReadonlySet<WorkStatus> = new Set(["done", "under-way"]);

type CellButtonProps = { cell: NonNullable<ShownCell>; at: string; isOpen: boolean; words: CellWords };

function CellButton({ cell: [status, percent, marked], at, isOpen, words }: CellButtonProps) {
  return (
    <button type="button" data-at={at} tabIndex={-1} aria-expanded={isOpen || undefined}>
      <StatusMark of={status} />
      {percent !== null && `${words.percents[percent]} `}
      <span className={percent !== null && plain.has(status) ? "sr-only" : "text-muted"}>{words.statuses[status]}</span>
      {(marked & marks.overridden) > 0 && (
        <>
          <StatusMark of="overridden" />
          <span className="sr-only">{words.overridden}</span>
        </>
      )}
      {(marked & marks.noted) > 0 && <span className="sr-only">{words.noted}</span>}
    </button>
  );
}

type GradebookRowProps = { row: ShownRow; index: number; columns: readonly ShownColumn[]; classId: string; openWorkId: string | null; words: CellWords };

/** Drawn anew only where it has changed: a class has up to some hundreds of them. */
export const GradebookRow = memo(function GradebookRow({ row, index, columns, classId, openWorkId, words }: GradebookRowProps) {
  return (
    <tr>
      <th scope="row" className="sticky left-0 z-1 max-w-36 min-w-32 bg-paper py-0 pr-2 text-left font-normal sm:max-w-64 sm:min-w-48">
        <Link href={`/classes/${classId}/people/${row.userId}` as Route} prefetch={false} data-at={`${index}.0`} tabIndex={index === 0 ? 0 : -1} className="link block py-1.5">
          <span className="line-clamp-2 wrap-anywhere">{row.name}</span>
        </Link>
      </th>
      <td data-here className="px-2! text-right whitespace-nowrap">{row.average === null ? words.none : words.percents[row.average]}</td>
      {columns.map((column, i) => {
        const cell = row.cells[i] ?? null;
        return (
          <td key={column.id} data-here={column.isFocus || undefined}>
            {cell ? <CellButton cell={cell} at={`${index}.${i + 1}`} isOpen={openWorkId === column.id} words={words} /> : <span className="px-2 text-muted" title={words.notTheirs}>{words.none}</span>}
          </td>
        );
      })}
    </tr>
  );
});
