import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { OwnTablePage } from "../../../_components/own-table-page";
import { orNotFound } from "@/app/_components/or-not-found";
import { currentUser } from "@/lib/auth/current-user";
import { findOwnTable } from "@/lib/data/set-own-table";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("ownFacts.table");
  return { title: t("editTitle") };
}

export default async function EditTablePage({ params }: { params: Promise<{ setId: string; tableId: string }> }) {
  const [user, t, { setId, tableId }] = await Promise.all([currentUser(), getTranslations("ownFacts.table"), params]);
  if (!user) redirect("/sets");
  const { setName, ...edited } = await orNotFound(findOwnTable(user, setId, tableId));
  return <OwnTablePage title={t("editTitle")} edited={edited} setName={setName} cancel={`/sets/${setId}/own` as Route} />;
}
