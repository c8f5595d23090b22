import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { SetContents } from "../../../_components/set-contents";
import { restoreSetAction } from "../../../actions";
import { revisionSchema } from "../../../schemas";
import { orNotFound } from "@/app/_components/or-not-found";
import { ActButton } from "@/components/sets/act-button";
import { currentUser } from "@/lib/auth/current-user";
import { findRevision } from "@/lib/data/set-history";
import { getSettings } from "@/lib/data/settings";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sets.history");
  return { title: t("title") };
}

/** The set as it was before a change. */
export default async function FormerSetPage({ params }: { params: Promise<{ setId: string; revision: string }> }) {
  const [user, t, { setId, revision: given }] = await Promise.all([currentUser(), getTranslations("sets.history"), params]);
  if (!user) redirect("/sets");
  const asked = revisionSchema.safeParse(given);
  if (!asked.success) notFound();
  const { name, replacedAt, contents, ...which } = await orNotFound(findRevision(user, setId, asked.data));
  const { timeZone } = await getSettings(user);
  const until = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone }).format(replacedAt);
  return (
    <div className="mx-auto flex max-w-column flex-col gap-8">
      <header className="flex flex-col items-start gap-3">
        <Link href={`/sets/${which.setId}/history` as Route} className="link -mt-3 inline-flex min-h-11 items-center text-14 text-muted">
          {t("title")}
        </Link>
        <h1 className="text-28 wrap-anywhere sm:text-36">{name}</h1>
        <p className="text-muted">{t("until", { when: until })}</p>
        <ActButton label={t("restore")} act={restoreSetAction} input={which} then="set" faults={{ failed: t("failed"), CONFLICT: t("changed"), NOT_FOUND: t("gone") }} />
        <p className="max-w-measure text-14 text-muted">{t("restoreHint")}</p>
      </header>
      <SetContents contents={contents} />
    </div>
  );
}
