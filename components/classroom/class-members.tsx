"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Field } from "@/components/ui/field";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import type { MemberActions } from "./class-actions";
import { ClassMemberDialog } from "./class-member-dialog";
import { ClassMemberRow, type ShownMember } from "./class-member-row";

/** `mayAppoint`: the viewer chooses who teaches. Null for `actions` in an archived class. */
type ClassMembersProps = { classId: string; members: readonly ShownMember[]; mayAppoint: boolean; actions: MemberActions | null; closeLabel: string };

/** From so many on a name is looked for, not seen. */
const manyMembers = 20;

const folded = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

export function ClassMembers({ classId, members, mayAppoint, actions, closeLabel }: ClassMembersProps) {
  const t = useTranslations("classes.people");
  const isInteractive = useIsInteractive();
  const table = useRef<HTMLDivElement>(null);
  const [sought, setSought] = useState("");
  const [changedId, setChangedId] = useState<string | null>(null);

  const found = members.filter(({ name, userName }) => folded(`${name} ${userName ?? ""}`).includes(folded(sought.trim())));
  const changed = members.find(({ userId }) => userId === changedId);
  const head = "px-1.5 py-2 text-left font-medium sm:px-3";
  const more = (member: ShownMember) => (
    <button type="button" disabled={!isInteractive} onClick={() => setChangedId(member.userId)} aria-label={t("more", { name: member.name })} className="grid size-11 place-items-center rounded-control text-muted hover:bg-sunken hover:text-ink">
      <Ellipsis aria-hidden size={20} strokeWidth={1.5} />
    </button>
  );
  return (
    <div className="flex flex-col gap-4">
      {members.length > manyMembers && (
        <div className="flex max-w-form flex-col gap-1.5">
          <Field label={t("find")} type="search" autoComplete="off" maxLength={100} value={sought} onChange={(event) => setSought(event.target.value)} />
          <p role="status" className="text-14 text-muted empty:hidden">
            {sought.trim() !== "" && t("found", { count: found.length })}
          </p>
        </div>
      )}
      <div ref={table} role="group" aria-label={t("table")} tabIndex={0} className="overflow-x-auto print:overflow-visible">
        <table className="w-full border-collapse text-14 sm:text-16">
          <caption className="sr-only">{t("table")}</caption>
          <thead>
            <tr className="border-b border-control text-14 text-muted">
              <th scope="col" className={`${head} pl-0 sm:pl-0`}>
                {t("name")}
              </th>
              <th scope="col" className={`${head} hidden sm:table-cell`}>
                {t("userName")}
              </th>
              <th scope="col" className={`${head} hidden md:table-cell`}>
                {t("joined")}
              </th>
              <th scope="col" className={head}>
                {t("role")}
              </th>
              {actions && (
                <th scope="col" className="w-11">
                  <span className="sr-only">{t("actions")}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {found.map((member) => (
              <ClassMemberRow key={member.userId} member={member} more={actions && more(member)} />
            ))}
          </tbody>
        </table>
      </div>
      {actions && changed && (
        <ClassMemberDialog
          classId={classId}
          member={changed}
          mayAppoint={mayAppoint}
          actions={actions}
          closeLabel={closeLabel}
          onClose={() => setChangedId(null)}
          onRemoved={() => {
            setChangedId(null);
            table.current?.focus();
          }}
        />
      )}
    </div>
  );
}
