"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import type { ForClass, RenameClass } from "./class-actions";
import { ClassDelete } from "./class-delete";
import { useClassChange } from "./use-class-change";

type ClassSettingsProps = { head: { id: string; name: string; isArchived: boolean; role: "teacher" | "co-teacher" }; closeLabel: string; rename: RenameClass; archive: ForClass; restore: ForClass; remove: ForClass };

/** What is seldom done with a class: its name, its end. */
export function ClassSettings({ head: { id, name, isArchived, role }, closeLabel, rename, archive, restore, remove }: ClassSettingsProps) {
  const t = useTranslations("classes.settings");
  const router = useRouter();
  const isInteractive = useIsInteractive();
  const { run, isBusy, problem } = useClassChange();
  const [isSaved, setIsSaved] = useState(false);

  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setIsSaved(false);
    const given = String(new FormData(event.currentTarget).get("name") ?? "").trim();
    if (given !== "") run(() => rename({ classId: id, name: given }), () => setIsSaved(true));
  };
  return (
    <details>
      <summary className="min-h-11 content-center text-muted">{t("title")}</summary>
      <div className="flex flex-col items-start gap-6 pt-3">
        {!isArchived && (
          <form onSubmit={save} className="flex w-full max-w-measure flex-wrap items-end gap-3">
            <Field label={t("rename")} name="name" defaultValue={name} required maxLength={100} autoComplete="off" className="min-w-56 grow" />
            <Button type="submit" disabled={!isInteractive} isBusy={isBusy}>
              {t("save")}
            </Button>
          </form>
        )}
        <p role="status" className="text-muted empty:hidden">
          {isSaved && !isBusy && t("saved")}
        </p>
        <p role="alert" className="font-medium text-wrong empty:hidden">
          {problem}
        </p>
        {role === "teacher" && (
          <>
            <div className="flex flex-col items-start gap-2">
              <Button disabled={!isInteractive} isBusy={isBusy} onClick={() => run(() => (isArchived ? restore : archive)({ classId: id }), () => setIsSaved(false))}>
                {isArchived ? t("restore") : t("archive")}
              </Button>
              {!isArchived && <p className="max-w-measure text-14 text-muted">{t("archiveLead")}</p>}
            </div>
            <ClassDelete name={name} closeLabel={closeLabel} remove={() => remove({ classId: id })} onDone={() => router.push("/classes")} />
          </>
        )}
      </div>
    </details>
  );
}
