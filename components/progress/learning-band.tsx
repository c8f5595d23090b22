import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import type { LearningReport } from "@/lib/progress/learning-report";
import { studyAddress } from "@/lib/questions/study-request";
import { Band } from "./band";
import { LearningCalendar } from "./learning-calendar";
import { LearningDays } from "./learning-days";
import { LearningGrowth } from "./learning-growth";
import { LearningRetention } from "./learning-retention";
import { StudyChosen, type ChosenStudy } from "./study-chosen";

function useAnswer({ idleDays, month, monthAgo, growth }: LearningReport): string {
  const t = useTranslations("progressLearning.answer");
  const now = growth.at(-1);
  if (!now || idleDays === null) return t("none");
  const [recalled, then] = [Math.round(now.recalled), monthAgo && Math.round(monthAgo.recalled)];
  if (month.answers === 0) return t("idle", { days: idleDays, recalled, begun: now.begun });
  if (then === null) return t("first", { answers: month.answers, days: month.studied, recalled, begun: now.begun });
  const trend = recalled === then ? "same" : recalled > then ? "more" : "fewer";
  return t("month", { span: month.days, answers: month.answers, days: month.studied, trend, change: Math.abs(recalled - then) });
}

/** Whether less is remembered than aimed at by more than chance allows; judged by the last month. */
const isBelowAim = ({ retention, month, desiredRetention }: LearningReport) => retention.some(({ days, all }) => days === month.days && all.high < desiredRetention);

function StudyAnything({ report }: { report: LearningReport }) {
  const t = useTranslations("progressLearning");
  return isBelowAim(report) ? (
    <LinkButton prefetch={false} href={studyAddress({ scope: { kind: "weak" }, mode: "mix", length: null })}>
      {t("weak")}
    </LinkButton>
  ) : (
    <LinkButton prefetch={false} href="/study">
      {t("study")}
    </LinkButton>
  );
}

/** With a filter, `toStudy` is about what was chosen; null where nothing of it waits. */
export function LearningBand({ report, toStudy }: { report: LearningReport; toStudy: ChosenStudy | null }) {
  const t = useTranslations("progressLearning");
  const answer = useAnswer(report);
  if (report.growth.length === 0) return <Band question={t("title")} answer={answer} />;
  const study = toStudy?.about === "all" ? <StudyAnything report={report} /> : toStudy && <StudyChosen study={toStudy} />;
  return (
    <Band question={t("title")} answer={answer} action={study}>
      <LearningCalendar report={report} />
      {report.growth.length > 1 ? (
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <LearningGrowth growth={report.growth} monthAgo={report.monthAgo} />
          <div className="flex min-w-0 flex-col gap-6">
            <LearningRetention retention={report.retention} aim={report.desiredRetention} />
            <LearningDays days={report.perDay} />
          </div>
        </div>
      ) : (
        <p className="max-w-measure text-muted">{t("soon")}</p>
      )}
    </Band>
  );
}
