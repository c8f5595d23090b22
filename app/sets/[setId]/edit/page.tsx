import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound, redirect } from "next/navigation";
import { SetEditor } from "../../_components/set-editor";
import { orNotFound } from "@/app/_components/or-not-found";
import { currentUser } from "@/lib/auth/current-user";
import { setDetails } from "@/lib/data/set-details";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sets.form");
  return { title: t("editTitle") };
}

export default async function EditSetPage({ params }: { params: Promise<{ setId: string }> }) {
  const [user, t, { setId }] = await Promise.all([currentUser(), getTranslations("sets.form"), params]);
  if (!user) redirect("/sets");
  const { id, name, contents, keeping } = await orNotFound(setDetails(user, setId));
  // A set that somebody else lends is theirs to change.
  if (!keeping) notFound();
  const { topics, entities, picked } = contents;
  const idsOf = (named: readonly { id: string }[]) => named.map((each) => each.id);
  const more = { types: idsOf(contents.types), programmes: idsOf(contents.programmes), kinds: idsOf(contents.kinds), difficulties: contents.difficulties };
  return (
    <div className="mx-auto flex max-w-column flex-col gap-8">
      <div className="flex flex-col gap-3">
        <h1 className="text-28 sm:text-36">{t("editTitle")}</h1>
        {keeping.work > 0 && <p className="max-w-measure text-muted">{t("inUse", { work: keeping.work })}</p>}
      </div>
      <SetEditor set={{ saved: { id, revision: keeping.revision, hasOwnFacts: keeping.hasOwnFacts }, name, topics, entities, picked, ...more }} />
    </div>
  );
}
