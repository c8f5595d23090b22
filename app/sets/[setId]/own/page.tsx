import { randomUUID } from "node:crypto";
import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { removeOwnTableAction } from "./actions";
import { ClientMessages } from "@/app/_components/client-messages";
import { orNotFound } from "@/app/_components/or-not-found";
import { OwnCardsForm } from "@/components/sets/own-cards-form";
import { OwnTableList } from "@/components/sets/own-table-list";
import { currentUser } from "@/lib/auth/current-user";
import { findOwnCards } from "@/lib/data/set-own-cards";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("ownFacts.cards");
  return { title: t("editTitle") };
}

export default async function OwnPage({ params }: { params: Promise<{ setId: string }> }) {
  const [user, t, { setId }] = await Promise.all([currentUser(), getTranslations("ownFacts.cards"), params]);
  if (!user) redirect("/sets");
  const { name, revision, cards, tables } = await orNotFound(findOwnCards(user, setId));
  return (
    <div className="mx-auto flex max-w-column flex-col gap-10">
      <header className="flex flex-col gap-3">
        <h1 className="text-28 sm:text-36">{t("editTitle")}</h1>
        <p className="max-w-measure text-muted">{t("lead")}</p>
      </header>
      <ClientMessages names={["ownFacts", "factHistory", "study"]}>
        <OwnTableList setId={setId} revision={revision} tables={tables} remove={removeOwnTableAction} />
        <OwnCardsForm edited={{ setId, revision, cards, first: randomUUID() }} setName={name} cancel={`/sets/${setId}` as Route} />
      </ClientMessages>
    </div>
  );
}
