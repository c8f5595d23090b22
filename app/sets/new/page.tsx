import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { SetEditor } from "../_components/set-editor";
import { LinkButton } from "@/components/ui/link-button";
import { currentUser } from "@/lib/auth/current-user";
import { findEntity } from "@/lib/data/explore";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sets.form");
  return { title: t("newTitle") };
}

/** `entity`: the subject to begin the set with. */
type NewSetProps = { searchParams: Promise<{ entity?: string | string[] }> };

export default async function NewSetPage({ searchParams }: NewSetProps) {
  const [user, t, { entity }] = await Promise.all([currentUser(), getTranslations("sets.form"), searchParams]);
  if (!user) redirect("/sets");
  const subject = typeof entity === "string" ? await findEntity(entity).catch(() => null) : null;
  return (
    <div className="mx-auto flex max-w-column flex-col gap-8">
      <div className="flex flex-col gap-3">
        <h1 className="text-28 sm:text-36">{t("newTitle")}</h1>
        <p className="max-w-measure text-muted">{t("newLead")}</p>
        {!subject && (
          <nav aria-label={t("ownWays")} className="flex flex-wrap gap-2">
            <LinkButton href={"/sets/new/cards" as Route} prefetch={false}>
              {t("ownCards")}
            </LinkButton>
            <LinkButton href={"/sets/new/table" as Route} prefetch={false}>
              {t("ownTable")}
            </LinkButton>
          </nav>
        )}
      </div>
      <SetEditor set={{ saved: null, name: subject?.name ?? "", topics: [], entities: subject ? [{ id: subject.id, name: subject.name }] : [], picked: [] }} />
    </div>
  );
}
