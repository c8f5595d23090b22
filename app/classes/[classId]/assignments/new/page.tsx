import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { AssignmentEditor } from "../_components/assignment-editor";
import { startOfNew } from "../_components/assignment-start";
import { orNotFound } from "@/app/_components/or-not-found";
import { currentUser } from "@/lib/auth/current-user";
import { assignmentChoices } from "@/lib/data/assignment-choices";
import { classHead } from "@/lib/data/class-list";
import { quizSetupOf } from "@/lib/quiz/address";

type NewAssignmentPageProps = { params: Promise<{ classId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("assignments.form");
  return { title: t("newTitle") };
}

export default async function NewAssignmentPage({ params, searchParams }: NewAssignmentPageProps) {
  const [user, t, { classId }, query] = await Promise.all([currentUser(), getTranslations("assignments.form"), params, searchParams]);
  if (!user) redirect("/classes");
  const { isArchived } = await orNotFound(classHead(user, classId));
  if (isArchived) redirect(`/classes/${classId}`);
  const known = await orNotFound(assignmentChoices(user, classId));
  const { scope } = quizSetupOf(query);
  const isThere = scope.kind === "topics" || (scope.kind === "set" && known.choices.sets.some(({ id }) => id === scope.id));
  const start = startOfNew(new Date(), known.timeZone, { kind: query.kind === "study" ? "study" : "quiz", ...(isThere && { scope }) });
  return (
    <div className="flex max-w-column flex-col gap-8">
      <h1 className="text-28">{t("newTitle")}</h1>
      <AssignmentEditor classId={classId} assignmentId={null} isPublished={false} start={start} known={known} aboutName={null} />
    </div>
  );
}
