import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import type { AttemptWork } from "@/lib/data/assignment-attempt";

/** Which class a quiz is of, and the way back to its assignment. */
export async function ClassLine({ work: { classId, className, assignmentId, title } }: { work: AttemptWork }) {
  const t = await getTranslations("assignments");
  return (
    <p className="mb-2 text-14 wrap-anywhere text-muted print:mb-0">
      {t.rich("ofClass", {
        name: className,
        work: () => (
          <Link href={`/classes/${classId}/assignments/${assignmentId}` as Route} prefetch={false} className="link">
            {title}
          </Link>
        ),
      })}
    </p>
  );
}
