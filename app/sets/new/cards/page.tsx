import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { ClientMessages } from "@/app/_components/client-messages";
import { OwnCardsForm } from "@/components/sets/own-cards-form";
import { currentUser } from "@/lib/auth/current-user";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("ownFacts.cards");
  return { title: t("newTitle") };
}

export default async function NewCardsPage() {
  const [user, t] = await Promise.all([currentUser(), getTranslations("ownFacts.cards")]);
  if (!user) redirect("/sets");
  return (
    <div className="mx-auto flex max-w-column flex-col gap-8">
      <header className="flex flex-col gap-3">
        <h1 className="text-28 sm:text-36">{t("newTitle")}</h1>
        <p className="max-w-measure text-muted">{t("lead")}</p>
      </header>
      <ClientMessages names={["ownFacts", "factHistory", "study"]}>
        <OwnCardsForm edited={{ setId: randomUUID(), revision: null, cards: [], first: randomUUID() }} setName="" cancel="/sets" />
      </ClientMessages>
    </div>
  );
}
