import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound, redirect } from "next/navigation";
import { addToSetAction } from "../actions";
import { ClientMessages } from "@/app/_components/client-messages";
import { orNotFound } from "@/app/_components/or-not-found";
import { AddToSet } from "@/components/sets/add-to-set";
import { asSetName } from "@/components/sets/copy-name";
import { currentUser } from "@/lib/auth/current-user";
import { pickableFacts } from "@/lib/data/set-add";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sets.add");
  return { title: t("title"), robots: { index: false } };
}

/** `entity`: the subject that is looked at. */
type AddToSetProps = { searchParams: Promise<{ entity?: string | string[] }> };

export default async function AddToSetPage({ searchParams }: AddToSetProps) {
  const [user, t, { entity }] = await Promise.all([currentUser(), getTranslations("sets.add"), searchParams]);
  if (!user) redirect("/sets");
  if (typeof entity !== "string") notFound();
  const subject = await orNotFound(pickableFacts(user, entity));
  return (
    <div className="mx-auto flex max-w-column flex-col gap-8">
      <h1 className="text-28 wrap-anywhere sm:text-36">{t("heading", { name: subject.name })}</h1>
      {subject.facts.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <ClientMessages names={["sets"]}>
          <AddToSet subject={subject} newName={asSetName(subject.name)} add={addToSetAction} />
        </ClientMessages>
      )}
    </div>
  );
}
