import { getTranslations } from "next-intl/server";
import { demandSameOrigin } from "@/app/api/_http/body";
import { failed } from "@/app/api/_http/respond";
import { gradebookCsv, type GradebookWords } from "@/lib/classroom/gradebook-csv";
import { readView, viewGradebook } from "@/lib/classroom/gradebook-view";
import { workStatuses, type WorkStatus } from "@/lib/classroom/work";
import { gradebookOf } from "@/lib/data/gradebook";
import type { Viewer } from "@/lib/data/viewer";

export type FileContext = { params: Promise<{ classId: string }> };
export type FileEdge = { requireUser: () => Promise<Viewer>; now: () => Date; words: () => Promise<GradebookWords> };

export async function gradebookWords(): Promise<GradebookWords> {
  const t = await getTranslations("gradebook");
  const statuses = Object.fromEntries(workStatuses.map((status) => [status, t(`status.${status}`)])) as Record<WorkStatus, string>;
  const titled = { score: (title: string) => t("file.score", { title }), status: (title: string) => t("file.status", { title }) };
  return { name: t("file.name"), former: t("file.former"), isFormer: t("file.isFormer"), average: t("file.average"), ...titled, statuses };
}

/** The gradebook as the same address without ".csv" shows it. */
export async function getGradebookFile(request: Request, { params }: FileContext, { requireUser, now, words }: FileEdge): Promise<Response> {
  try {
    demandSameOrigin(request);
    const [viewer, { classId }, at] = [await requireUser(), await params, now()];
    const { gradebook } = await gradebookOf(viewer, classId, at);
    const view = readView(Object.fromEntries(new URL(request.url).searchParams), gradebook.works.map(({ id }) => id));
    return new Response(gradebookCsv(viewGradebook(gradebook, view), await words()), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="hangtian-gradebook-${at.toISOString().slice(0, 10)}.csv"`,
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  } catch (error) {
    return failed(error);
  }
}
