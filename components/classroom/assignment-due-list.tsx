import { useTranslations } from "next-intl";
import type { WorkStatus } from "@/lib/classroom/work";
import { AssignmentRow, useWhen } from "./assignment-list";

type Work = { kind: "quiz"; score: number | null } | { kind: "study"; goal: number; share: { now: number } };

export type DueRow = Record<"opensAt" | "dueAt" | "closesAt", Date | null> & {
  assignmentId: string; classId: string; className: string; title: string; phase: "ahead" | "open" | "late" | "closed"; status: WorkStatus; work: Work;
};

type AssignmentDueListProps = { items: readonly DueRow[]; timeZone: string; isNamingClass: boolean };

const percentOf = (share: number) => Math.round(100 * share);

/** What a pupil is given, each with what there is to do and until when. */
export function AssignmentDueList({ items, timeZone, isNamingClass }: AssignmentDueListProps) {
  const t = useTranslations("assignments.due");
  const when = useWhen(timeZone);
  const howFar = ({ work, status }: DueRow) => {
    if (work.kind === "study") return t("share", { now: percentOf(work.share.now), goal: percentOf(work.goal) });
    if (work.score !== null) return t("score", { percent: percentOf(work.score) });
    return status === "under-way" || status === "excused" ? t(`status.${status}`) : null;
  };
  return (
    <ul className="flex flex-col">
      {items.map((item) => (
        <AssignmentRow
          key={item.assignmentId}
          href={`/classes/${item.classId}/assignments/${item.assignmentId}`}
          title={item.title}
          lead={[when(item), t(`kind.${item.work.kind}`), isNamingClass && item.className].filter(Boolean).join(" · ")}
          note={howFar(item)}
        />
      ))}
    </ul>
  );
}
