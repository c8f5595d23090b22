import { useTranslations } from "next-intl";
import Link from "next/link";
import { classNames } from "@/components/ui/class-names";
import { writeView, type GradebookView } from "@/lib/classroom/gradebook-view";
import type { ShownColumn } from "./gradebook-rows";

/** Where there is room for one column of work, the others are not shown. */
const columnStyle = ({ isFocus }: Pick<ShownColumn, "isFocus">) => (isFocus ? undefined : "max-sm:hidden");

type SortLinkProps = { view: GradebookView; sort: string; isFigure: boolean; children: string };

/** Sorts by its column, figures the largest first; pressed again the other way round. */
function SortLink({ view, sort, isFigure, children }: SortLinkProps) {
  const isSorted = view.sort === sort;
  const query = writeView({ ...view, sort, isDescending: isSorted ? !view.isDescending : isFigure });
  return (
    <Link href={{ query }} scroll={false} prefetch={false} className="inline-flex min-h-6 items-start gap-1 text-ink no-underline hover:underline">
      <span title={children} className="line-clamp-3 wrap-anywhere">{children}</span>
      {isSorted && <span aria-hidden>{view.isDescending ? "↓" : "↑"}</span>}
    </Link>
  );
}

const sortedBy = (view: GradebookView, sort: string) => (view.sort === sort ? (view.isDescending ? "descending" : "ascending") : undefined);

type GradebookHeadProps = { columns: readonly ShownColumn[]; view: GradebookView };

export function GradebookHead({ columns, view }: GradebookHeadProps) {
  const t = useTranslations("gradebook.table");
  const style = "sticky top-0 z-10 bg-paper border-b border-control px-2 py-2 align-bottom font-medium";
  return (
    <thead>
      <tr>
        <th scope="col" aria-sort={sortedBy(view, "name")} className={classNames(style, "left-0 z-20 pl-0 text-left sm:w-56")}>
          <SortLink view={view} sort="name" isFigure={false}>{t("pupil")}</SortLink>
        </th>
        <th scope="col" aria-sort={sortedBy(view, "average")} className={classNames(style, "w-24 min-w-24 text-right")}>
          <SortLink view={view} sort="average" isFigure>{t("average")}</SortLink>
        </th>
        {columns.map((column) => (
          <th key={column.id} scope="col" aria-sort={sortedBy(view, column.id)} className={classNames(style, "min-w-28 max-w-48 text-left", columnStyle(column))}>
            <SortLink view={view} sort={column.id} isFigure>{column.title}</SortLink>
            {column.due && <span className="block font-normal text-muted">{t("due", { day: column.due })}</span>}
          </th>
        ))}
      </tr>
    </thead>
  );
}
