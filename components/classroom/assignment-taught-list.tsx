import { useTranslations } from "next-intl";
import type { WorkStatus } from "@/lib/classroom/work";
import { AssignmentCounts } from "./assignment-counts";
import { AssignmentRow, useWhen } from "./assignment-list";

export type TaughtRow = Record<"opensAt" | "dueAt" | "closesAt", Date | null> & {
  id: string; title: string; kind: "study" | "quiz"; isPublished: boolean; phase: "ahead" | "open" | "late" | "closed"; pupils: number; counts: Record<WorkStatus, number>;
};

/** The assignments of a class for those who teach it: by when, and how the class stands. */
export function AssignmentTaughtList({ classId, items, timeZone }: { classId: string; items: readonly TaughtRow[]; timeZone: string }) {
  const t = useTranslations("assignments.due");
  const when = useWhen(timeZone);
  return (
    <ul className="flex flex-col">
      {items.map((item) => (
        <AssignmentRow
          key={item.id}
          href={`/classes/${classId}/assignments/${item.id}`}
          title={item.title}
          lead={`${when(item)} · ${t(`kind.${item.kind}`)}`}
          note={item.isPublished && <AssignmentCounts counts={item.counts} pupils={item.pupils} />}
          isPlain={!item.isPublished}
        />
      ))}
    </ul>
  );
}
