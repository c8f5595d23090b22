import { useTranslations } from "next-intl";
import type { ChangeKind } from "@/lib/classroom/changes";

export type ShownChange = { id: string; kind: ChangeKind; actor: string; about: string; from: string | null; to: string | null; at: Date };

/** Who changed what, as sentences. */
export function ClassChanges({ changes, timeZone }: { changes: readonly ShownChange[]; timeZone: string }) {
  const t = useTranslations("classChanges");
  const time = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone });
  return (
    <ol className="flex flex-col">
      {changes.map(({ id, kind, actor, about, from, to, at }) => (
        <li key={id} className="grid gap-x-6 border-b border-line py-2.5 first:border-t sm:grid-cols-[11rem_minmax(0,1fr)]">
          <time dateTime={at.toISOString()} className="text-14 leading-6 text-muted tabular-nums">
            {time.format(at)}
          </time>
          <div className="min-w-0 wrap-anywhere">
            <p>{t(`kind.${kind}`, { actor: actor || t("somebody"), about })}</p>
            {from !== null && to !== null && <p className="text-14 text-muted">{t("fromTo", { from, to })}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
