"use client";

import { useTranslations } from "next-intl";
import type { FormEvent, ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { ClassAccountsRenew } from "./class-accounts-renew";
import { ClassAccountsTime } from "./class-accounts-time";
import type { MemberActions } from "./class-actions";
import type { ShownMember } from "./class-member-row";
import { useClassChange } from "./use-class-change";

type ClassMemberDialogProps = { classId: string; member: ShownMember; mayAppoint: boolean; actions: MemberActions; closeLabel: string; onClose: () => void; onRemoved: () => void };

/** What a teacher can do for, and with, one person of the class. */
export function ClassMemberDialog({ classId, member, mayAppoint, actions, closeLabel, onClose, onRemoved }: ClassMemberDialogProps) {
  const t = useTranslations("classes.member");
  const accounts = useTranslations("classAccounts");
  const { run, isBusy, problem } = useClassChange();
  const { userId, name, userName, role } = member;
  const target = { classId, userId };

  const rename = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = String(new FormData(event.currentTarget).get("name") ?? "").trim();
    if (given !== "") run(() => actions.rename({ ...target, name: given }), onClose);
  };
  return (
    <Dialog title={name} closeLabel={closeLabel} onClose={onClose}>
      {userName === null && <p className="text-muted">{t("guest")}</p>}
      <form onSubmit={rename} className="flex flex-wrap items-end gap-3">
        <Field label={t("rename")} name="name" defaultValue={name} required maxLength={100} autoComplete="off" className="min-w-48 grow" />
        <Button type="submit" isBusy={isBusy}>
          {t("save")}
        </Button>
      </form>
      <p role="alert" className="font-medium text-wrong empty:hidden">
        {problem}
      </p>
      {role === "pupil" && (
        <details className="border-t border-line pt-2">
          <summary className="min-h-11 content-center">{accounts("time.title")}</summary>
          <ClassAccountsTime classId={classId} userId={userId} time={member.time} change={actions.changeTime} />
        </details>
      )}
      {role === "pupil" && member.isManaged && (
        <Part>
          <ClassAccountsRenew classId={classId} member={member} renew={actions.renew} />
        </Part>
      )}
      {mayAppoint && role === "pupil" && (
        <Part lead={userName === null ? t("noAccount") : t("appointLead")}>
          <Button isBusy={isBusy || userName === null} onClick={() => run(() => actions.appoint(target), onClose)}>
            {t("appoint")}
          </Button>
        </Part>
      )}
      {mayAppoint && role === "co-teacher" && (
        <Part>
          <Button isBusy={isBusy} onClick={() => run(() => actions.dismiss(target), onClose)}>
            {t("dismiss")}
          </Button>
        </Part>
      )}
      {mayAppoint && role === "co-teacher" && (
        <Grave title={t("handOver")} lead={t("handOverLead")} confirm={t("handOverConfirm", { name })} isBusy={isBusy} onConfirm={() => run(() => actions.handOver(target), onClose)} />
      )}
      {(role === "pupil" || (role === "co-teacher" && mayAppoint)) && (
        <Grave title={t("remove")} lead={t("removeLead")} confirm={t("removeConfirm", { name })} isBusy={isBusy} onConfirm={() => run(() => actions.remove(target), onRemoved)} />
      )}
    </Dialog>
  );
}

/** What is not taken back by the same press: it says first what it means. */
function Grave({ title, lead, confirm, isBusy, onConfirm }: { title: string; lead: string; confirm: string; isBusy: boolean; onConfirm: () => void }) {
  return (
    <details className="border-t border-line pt-2">
      <summary className="min-h-11 content-center">{title}</summary>
      <div className="flex flex-col items-start gap-3 pb-1">
        <p>{lead}</p>
        <Button look="primary" isBusy={isBusy} onClick={onConfirm} className="max-w-full wrap-anywhere">
          {confirm}
        </Button>
      </div>
    </details>
  );
}

function Part({ lead, children }: { lead?: string; children: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-2 border-t border-line pt-4">
      {children}
      {lead && <p className="text-14 text-muted">{lead}</p>}
    </div>
  );
}
