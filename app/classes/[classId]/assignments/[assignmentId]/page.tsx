import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound, redirect } from "next/navigation";
import { Given } from "./_components/given";
import { Taught } from "./_components/taught";
import { orNotFound } from "@/app/_components/or-not-found";
import { currentUser } from "@/lib/auth/current-user";
import { assignmentPage } from "@/lib/data/assignment-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("assignments");
  return { title: t("title") };
}

export default async function AssignmentPage({ params }: { params: Promise<{ classId: string; assignmentId: string }> }) {
  const [user, { classId, assignmentId }] = await Promise.all([currentUser(), params]);
  if (!user) redirect("/classes");
  const page = await orNotFound(assignmentPage(user, assignmentId, new Date()));
  if (page.classId !== classId) notFound();
  return page.standing === "teacher" ? <Taught page={page} viewer={user} /> : <Given page={page} />;
}
