import { getTranslations } from "next-intl/server";
import type { TableSummary } from "@/lib/data/set-contents";

const cell = "border-b border-line py-2 pr-4 text-left align-top wrap-anywhere";

/** The tables that the maker of a set pasted, folded, each with its first rows. */
export async function OwnTables({ tables }: { tables: readonly TableSummary[] }) {
  const t = await getTranslations("sets.page");
  return tables.map(({ id, name, headings, rows, first }) => (
    <details key={id} className="border-t border-line">
      <summary className="min-h-11 content-center">
        <span className="wrap-anywhere">{t("table", { name })}</span> <span className="text-14 text-muted tabular-nums">{t("tableSize", { rows, columns: headings.length })}</span>
      </summary>
      {/* A wide table is moved to and fro, by keys too. */}
      <div tabIndex={0} role="region" aria-label={t("table", { name })} className="overflow-x-auto pb-2">
        <table className="min-w-full text-14">
          <thead>
            <tr>
              {[name, ...headings].map((heading, i) => (
                <th key={i} scope="col" className={`${cell} min-w-24 font-medium`}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {first.map((row) => (
              <tr key={row.id}>
                <th scope="row" className={`${cell} font-medium`}>
                  {row.name}
                </th>
                {row.cells.map((value, i) => (
                  <td key={i} className={cell}>
                    {value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows > first.length && <p className="pb-3 text-14 text-muted">{t("more", { count: rows - first.length })}</p>}
    </details>
  ));
}
