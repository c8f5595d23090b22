import type { Route } from "next";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { ActButton } from "./act-button";
import type { RestoreSet } from "./set-actions";

type PartChange = { part: "topics" | "entities" | "types" | "programmes" | "kinds" | "difficulties" | "facts" | "cards" | "tables" | "rows"; added: number; removed: number; changed: number };
type Difference = { name: { from: string; to: string } | null; parts: PartChange[] };

export type ListedRevision = { revision: number; name: string; when: string | null; isCurrent: boolean; difference: Difference | null };

type SetHistoryListProps = { setId: string; current: number; revisions: readonly ListedRevision[]; restore: RestoreSet };

/** The states of a set that are kept, the latest first. */
export function SetHistoryList({ setId, current, revisions, restore }: SetHistoryListProps) {
  const t = useTranslations("sets.history");
  return (
    <ol className="flex flex-col">
      {revisions.map(({ revision, name, when, isCurrent, difference }) => (
        <li key={revision} className="flex flex-col gap-1 border-b border-line py-4 first:border-t">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <span className="font-medium tabular-nums">{when ?? t("earlier")}</span>
            {isCurrent && <span className="text-14 text-muted">{t("current")}</span>}
          </p>
          {difference ? <Changes difference={difference} /> : <p className="wrap-anywhere">{t(revision === 1 ? "made" : "kept", { name })}</p>}
          {!isCurrent && (
            <p className="flex flex-wrap items-center gap-x-5">
              <Link href={`/sets/${setId}/history/${revision}` as Route} prefetch={false} aria-label={t("lookAt", { when: when ?? t("earlier") })} className="link inline-flex min-h-11 items-center">
                {t("look")}
              </Link>
              <ActButton
                label={t("restore")}
                describedAs={t("restoreFrom", { when: when ?? t("earlier") })}
                act={restore}
                input={{ setId, revision, current }}
                then="set"
                faults={{ failed: t("failed"), CONFLICT: t("changed"), NOT_FOUND: t("gone") }}
                look="quiet"
              />
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

function Changes({ difference: { name, parts: changed } }: { difference: Difference }) {
  const t = useTranslations("sets.history");
  const lines = changed.flatMap(({ part, ...counts }) =>
    (["added", "removed", "changed"] as const).filter((how) => counts[how] > 0).map((how) => ({ key: `${part} ${how}`, text: t(how === "changed" ? "moved" : how, { what: t(`parts.${part}`, { count: counts[how] }) }) })),
  );
  return (
    <ul className="flex flex-col">
      {name && <li className="wrap-anywhere">{t("renamed", name)}</li>}
      {lines.map(({ key, text }) => (
        <li key={key}>{text}</li>
      ))}
      {!name && lines.length === 0 && <li>{t("reordered")}</li>}
    </ul>
  );
}
