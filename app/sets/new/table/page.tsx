import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { OwnTablePage } from "../../_components/own-table-page";
import { currentUser } from "@/lib/auth/current-user";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("ownFacts.table");
  return { title: t("newTitle") };
}

export default async function NewTablePage() {
  const [user, t] = await Promise.all([currentUser(), getTranslations("ownFacts.table")]);
  if (!user) redirect("/sets");
  return <OwnTablePage title={t("newTitle")} edited={{ setId: randomUUID(), revision: null, tableId: randomUUID() }} setName="" cancel="/sets" />;
}
