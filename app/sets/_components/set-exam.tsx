import { getTranslations } from "next-intl/server";
import { removeExamAction, saveExamAction } from "../actions";
import { ClientMessages } from "@/app/_components/client-messages";
import { ExamForm } from "@/components/sets/exam-form";
import { ExamOutlook, type Outlook } from "@/components/sets/exam-outlook";
import { furthestExamDays } from "@/lib/data/exam-plans";
import { unbroken } from "@/components/ui/unbroken";
import { formatEdtf } from "@/lib/facts/dates";

type SetExamProps = { set: { id: string; facts: number; exam: { examOn: string; daysLeft: number; goal: number } | null }; outlook: Outlook | null; now: Date };

const dayMs = 86_400_000;
const isoDay = (now: Date, days: number) => new Date(now.getTime() + days * dayMs).toISOString().slice(0, 10);

/** The exam that the set is learnt for, and the plan for it. */
export async function SetExam({ set: { id, facts, exam }, outlook, now }: SetExamProps) {
  const t = await getTranslations("sets.exam");
  const form = (
    <ClientMessages names={["sets"]}>
      {/* A saved plan is shown by a form of its own, so that its fields have what was saved. */}
      <ExamForm key={exam ? `${exam.examOn} ${exam.goal}` : "none"} setId={id} exam={exam} first={isoDay(now, 0)} last={isoDay(now, furthestExamDays)} save={saveExamAction} remove={removeExamAction} />
    </ClientMessages>
  );
  return (
    <section aria-labelledby="exam" className="flex flex-col gap-4 border-t border-line pt-8">
      <h2 id="exam" className="text-22">
        {t("title")}
      </h2>
      {exam === null && <p className="text-muted">{t("none")}</p>}
      {exam && <p>{exam.daysLeft < 0 ? t("past", { date: unbroken(formatEdtf(exam.examOn)) }) : t("when", { date: unbroken(formatEdtf(exam.examOn)), days: exam.daysLeft, goal: Math.round(exam.goal * 100) })}</p>}
      {outlook && facts > 0 && <ExamOutlook setId={id} outlook={outlook} />}
      {exam && exam.daysLeft >= 0 ? (
        <details>
          <summary className="min-h-11 content-center text-muted">{t("change")}</summary>
          <div className="pt-3">{form}</div>
        </details>
      ) : (
        form
      )}
    </section>
  );
}
