import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { notFound, redirect } from "next/navigation";
import { AssignmentEditor } from "../../_components/assignment-editor";
import { startOf } from "../../_components/assignment-start";
import { orNotFound } from "@/app/_components/or-not-found";
import { currentUser } from "@/lib/auth/current-user";
import { assignmentChoices } from "@/lib/data/assignment-choices";
import { assignmentPage } from "@/lib/data/assignment-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("assignments.form");
  return { title: t("editTitle") };
}

export default async function EditAssignmentPage({ params }: { params: Promise<{ classId: string; assignmentId: string }> }) {
  const [user, t, { classId, assignmentId }] = await Promise.all([currentUser(), getTranslations("assignments.form"), params]);
  if (!user) redirect("/classes");
  const page = await orNotFound(assignmentPage(user, assignmentId, new Date()));
  if (page.classId !== classId || page.standing !== "teacher") notFound();
  if (page.isArchived) redirect(`/classes/${classId}/assignments/${assignmentId}` as Route);
  const known = await orNotFound(assignmentChoices(user, classId));
  return (
    <div className="flex max-w-column flex-col gap-8">
      <h1 className="text-28">{t("editTitle")}</h1>
      <AssignmentEditor classId={classId} assignmentId={assignmentId} isPublished={page.isPublished} start={startOf(page)} known={known} aboutName={page.about.name} />
    </div>
  );
}
