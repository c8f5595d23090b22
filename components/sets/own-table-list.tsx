"use client";

import { Download, Pencil, X } from "lucide-react";
import type { Route } from "next";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { LinkButton } from "@/components/ui/link-button";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import type { Result } from "@/lib/shared/result";

type ListedTable = { id: string; name: string; rows: number; columns: number };
type RemoveTable = (input: { setId: string; revision: number; tableId: string }) => Promise<Result<unknown, { code: string }>>;
type OwnTableListProps = { setId: string; revision: number; tables: readonly ListedTable[]; remove: RemoveTable };

const iconStyle = "grid size-11 place-items-center rounded-control hover:bg-sunken";

/** The tables of a set: each to be changed, fetched as a file, or removed. */
export function OwnTableList({ setId, revision, tables, remove }: OwnTableListProps) {
  const t = useTranslations("ownFacts.tables");
  const isInteractive = useIsInteractive();
  const [asked, setAsked] = useState<ListedTable | null>(null);
  return (
    <section aria-labelledby="tables" className="flex flex-col gap-3">
      <h2 id="tables" className="text-22">
        {t("title")}
      </h2>
      <p className="max-w-measure text-14 text-muted">{t("lead")}</p>
      {tables.length > 0 && (
        <ul className="border-b border-line">
          {tables.map((table) => (
            <li key={table.id} className="flex items-center justify-between gap-3 border-t border-line py-1">
              <span className="min-w-0 py-2">
                <span className="block font-medium wrap-anywhere first-letter:uppercase">{table.name}</span>
                <span className="block text-14 text-muted tabular-nums">{t("size", { rows: table.rows, columns: table.columns })}</span>
              </span>
              <span className="flex shrink-0">
                <Link href={`/sets/${setId}/own/${table.id}` as Route} prefetch={false} aria-label={t("change", { name: table.name })} className={iconStyle}>
                  <Pencil aria-hidden size={18} strokeWidth={1.5} />
                </Link>
                <a href={`/api/sets/own/${setId}/${table.id}`} download aria-label={t("download", { name: table.name })} className={iconStyle}>
                  <Download aria-hidden size={18} strokeWidth={1.5} />
                </a>
                <button type="button" disabled={!isInteractive} onClick={() => setAsked(table)} aria-label={t("remove", { name: table.name })} className={iconStyle}>
                  <X aria-hidden size={18} strokeWidth={1.5} />
                </button>
              </span>
            </li>
          ))}
        </ul>
      )}
      <LinkButton href={`/sets/${setId}/own/table` as Route} prefetch={false} className="self-start">
        {t("add")}
      </LinkButton>
      {asked && <AskRemove table={asked} onClose={() => setAsked(null)} remove={() => remove({ setId, revision, tableId: asked.id })} />}
    </section>
  );
}

function AskRemove({ table, onClose, remove }: { table: ListedTable; onClose: () => void; remove: () => ReturnType<RemoveTable> }) {
  const t = useTranslations("ownFacts.tables");
  const router = useRouter();
  const [fault, setFault] = useState<"failed" | "changed" | null>(null);
  const [isRemoving, startTransition] = useTransition();
  const confirm = () =>
    startTransition(async () => {
      const outcome = await remove().catch(() => null);
      if (!outcome?.ok) return setFault(outcome?.error.code === "CONFLICT" ? "changed" : "failed");
      onClose();
      router.refresh();
    });
  return (
    <Dialog title={t("removeTitle")} closeLabel={t("close")} onClose={onClose}>
      <p className="wrap-anywhere">{t("removeLead", { name: table.name })}</p>
      <p role="alert" className="font-medium text-wrong empty:hidden">
        {fault && t(fault)}
      </p>
      <div className="flex flex-wrap gap-3">
        <Button look="primary" onClick={confirm} isBusy={isRemoving}>
          {t("removeConfirm")}
        </Button>
        <Button onClick={onClose}>{t("keep")}</Button>
      </div>
    </Dialog>
  );
}
