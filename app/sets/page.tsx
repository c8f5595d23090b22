import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StartStudy } from "@/app/_components/start-study";
import { SetList } from "@/components/sets/set-list";
import { LinkButton } from "@/components/ui/link-button";
import { currentUser } from "@/lib/auth/current-user";
import { listLentSets, listSets } from "@/lib/data/sets";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sets");
  return { title: t("title") };
}

export default async function SetsPage() {
  const [user, t] = await Promise.all([currentUser(), getTranslations("sets")]);
  const now = new Date();
  const [sets, lent] = user ? await Promise.all([listSets(user, now), listLentSets(user, now)]) : [[], []];
  return (
    <div className="mx-auto flex max-w-column flex-col gap-8">
      <div className="flex flex-col gap-3">
        <h1 className="text-28 sm:text-36">{t("title")}</h1>
        <p className="max-w-measure text-muted">{t("lead")}</p>
      </div>
      {sets.length > 0 && <SetList sets={sets} />}
      {user && (
        <div className="flex flex-col items-start gap-4">
          {sets.length === 0 && <p>{t("none")}</p>}
          <LinkButton href="/sets/new" look={sets.length === 0 ? "primary" : "secondary"}>
            {t("make")}
          </LinkButton>
        </div>
      )}
      {lent.length > 0 && (
        <section aria-labelledby="lent" className="flex flex-col gap-4">
          <h2 id="lent" className="text-22">
            {t("lent")}
          </h2>
          <SetList sets={lent} />
        </section>
      )}
      {!user && (
        <div className="flex flex-col items-start gap-5">
          <p>{t("start")}</p>
          <StartStudy />
        </div>
      )}
    </div>
  );
}
