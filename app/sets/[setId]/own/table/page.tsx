import { randomUUID } from "node:crypto";
import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { OwnTablePage } from "../../../_components/own-table-page";
import { orNotFound } from "@/app/_components/or-not-found";
import { currentUser } from "@/lib/auth/current-user";
import { findOwnCards } from "@/lib/data/set-own-cards";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("ownFacts.table");
  return { title: t("addTitle") };
}

export default async function AddTablePage({ params }: { params: Promise<{ setId: string }> }) {
  const [user, t, { setId }] = await Promise.all([currentUser(), getTranslations("ownFacts.table"), params]);
  if (!user) redirect("/sets");
  const { name, revision } = await orNotFound(findOwnCards(user, setId));
  return <OwnTablePage title={t("addTitle")} edited={{ setId, revision, tableId: randomUUID() }} setName={name} cancel={`/sets/${setId}/own` as Route} />;
}
