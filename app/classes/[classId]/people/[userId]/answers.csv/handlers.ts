import { getTranslations } from "next-intl/server";
import { demandSameOrigin } from "@/app/api/_http/body";
import { failed } from "@/app/api/_http/respond";
import { pupilCsv, type PupilFileWords } from "@/components/classroom/pupil-csv";
import { pupilAnswers } from "@/lib/data/pupil-answers";
import type { Viewer } from "@/lib/data/viewer";

export type FileContext = { params: Promise<{ classId: string; userId: string }> };
export type FileEdge = { requireUser: () => Promise<Viewer>; words: () => Promise<PupilFileWords> };

export async function pupilFileWords(): Promise<PupilFileWords> {
  const [t, pupil, form, outcome] = await Promise.all([getTranslations("analysis.pupil.file"), getTranslations("analysis.pupil"), getTranslations("factHistory.answers.form"), getTranslations("analysis.pupil.outcome")]);
  const head = [t("assignment"), t("attempt"), t("begun"), t("ended"), t("number"), t("form"), t("question"), t("claim"), t("given"), t("answer"), t("outcome"), t("points"), t("most"), t("seconds")];
  return { head, form: (type) => form(type), outcome: (of) => outcome(of), leftOut: pupil("leftOut") };
}

/** All that a pupil answered in the class's quizzes. */
export async function getPupilFile(request: Request, { params }: FileContext, { requireUser, words }: FileEdge): Promise<Response> {
  try {
    demandSameOrigin(request);
    const [viewer, { classId, userId }] = [await requireUser(), await params];
    const { attempts } = await pupilAnswers(viewer, classId, userId);
    return new Response(pupilCsv(attempts, await words()), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="hangtian-answers.csv"',
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  } catch (error) {
    return failed(error);
  }
}
