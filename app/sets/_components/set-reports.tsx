import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { closeSetReportAction } from "../actions";
import { QuestionStem } from "@/components/answer/question-stem";
import { ActButton } from "@/components/sets/act-button";
import type { SetReport } from "@/lib/data/reports";
import { reportReasons, type ReportReason } from "@/lib/questions/report-reasons";

const isReason = (reason: string): reason is ReportReason => (reportReasons as readonly string[]).includes(reason);

type SetReportsProps = { setId: string; reports: readonly SetReport[]; timeZone: string };

/** What learners reported of the maker's own questions; nothing where there is nothing to do. */
export async function SetReports({ setId, reports, timeZone }: SetReportsProps) {
  const [t, why] = await Promise.all([getTranslations("sets.reports"), getTranslations("reports.reason")]);
  const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone });
  if (reports.length === 0) return null;
  const faults = { failed: t("failed"), NOT_FOUND: t("gone") };
  return (
    <section aria-labelledby="reports" className="flex flex-col gap-4 border-t border-line pt-8">
      <h2 id="reports" tabIndex={-1} className="text-22">
        {t("title")}
      </h2>
      <p className="max-w-measure text-muted">{t.rich("lead", { own: (words) => <Link href={`/sets/${setId}/own`} className="link">{words}</Link> })}</p>
      <ul className="border-b border-line">
        {reports.map(({ id, stem, answer, reason, comment, createdAt }) => (
          <li key={id} className="flex flex-col items-start gap-1 border-t border-line py-4">
            <p className="wrap-anywhere">
              <QuestionStem stem={stem} />
            </p>
            <p className="text-14 text-muted wrap-anywhere">{t("answer", { answer })}</p>
            <p className="wrap-anywhere whitespace-pre-line">
              <b className="font-medium">{why(isReason(reason) ? reason : "other")}</b>
              {comment !== "" && `: ${comment}`}
            </p>
            <div className="flex w-full flex-wrap items-center justify-between gap-3">
              <span className="text-14 text-muted tabular-nums">{format.format(createdAt)}</span>
              <ActButton label={t("done")} describedAs={t("doneOf", { question: stem })} act={closeSetReportAction} input={{ setId, reportId: id }} then={{ focus: "reports" }} faults={faults} look="quiet" />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
