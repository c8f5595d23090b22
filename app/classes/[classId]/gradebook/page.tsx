import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { excuseAction, overrideScoreAction, restoreScoreAction } from "./actions";
import { ClientMessages } from "@/app/_components/client-messages";
import { orNotFound } from "@/app/_components/or-not-found";
import { GradebookFilter } from "@/components/classroom/gradebook-filter";
import { GradebookKey } from "@/components/classroom/gradebook-key";
import { toShownColumns, writeRows } from "@/components/classroom/gradebook-rows";
import { GradebookTable } from "@/components/classroom/gradebook-table";
import { currentUser } from "@/lib/auth/current-user";
import { percentOf } from "@/lib/classroom/gradebook";
import { readView, viewGradebook, writeView } from "@/lib/classroom/gradebook-view";
import { gradebookOf } from "@/lib/data/gradebook";

type GradebookPageProps = { params: Promise<{ classId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("gradebook");
  return { title: t("title") };
}

export default async function GradebookPage({ params, searchParams }: GradebookPageProps) {
  const [user, t, { classId }, query] = await Promise.all([currentUser(), getTranslations("gradebook"), params, searchParams]);
  if (!user) redirect("/classes");
  const { gradebook, isArchived, timeZone } = await orNotFound(gradebookOf(user, classId, new Date()));
  const view = readView(query, gradebook.works.map(({ id }) => id));
  const { works, rows, former } = viewGradebook(gradebook, view);
  const hasFormer = gradebook.rows.some(({ isFormer }) => isFormer);
  const isEmpty = gradebook.works.length === 0 || gradebook.rows.length === 0;
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-3">
        <h1 className="text-28">{t("title")}</h1>
        <p className={isEmpty ? "max-w-measure text-muted" : "max-w-measure text-muted print:hidden"}>{gradebook.works.length === 0 ? t("noWork") : gradebook.rows.length === 0 ? t("noPupils") : t(isArchived ? "leadArchived" : "lead")}</p>
      </div>
      {!isEmpty && (
        <>
          <GradebookFilter works={gradebook.works} view={view} hasFormer={hasFormer} />
          {rows.length + former.length === 0 && <p>{t("noneMatch")}</p>}
          <ClientMessages names={["gradebook"]}>
            {rows.length + former.length > 0 && (
              <GradebookTable
                classId={classId} view={view} isArchived={isArchived} columns={toShownColumns(works, timeZone)} sentRows={writeRows(rows)} sentFormer={writeRows(former)}
                average={gradebook.average === null ? null : percentOf(gradebook.average)} actions={{ override: overrideScoreAction, restore: restoreScoreAction, excuse: excuseAction }}
              />
            )}
          </ClientMessages>
          <GradebookKey download={`/classes/${classId}/gradebook.csv?${new URLSearchParams(writeView(view))}`} />
        </>
      )}
    </div>
  );
}
