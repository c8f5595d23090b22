import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { redirect } from "next/navigation";
import { orNotFound } from "@/app/_components/or-not-found";
import { ClassChanges } from "@/components/classroom/class-changes";
import { currentUser } from "@/lib/auth/current-user";
import { listChanges } from "@/lib/data/class-log";
import { getSettings } from "@/lib/data/settings";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("classChanges");
  return { title: t("title") };
}

/** `before`: the change that the page goes on from. */
type ChangesPageProps = { params: Promise<{ classId: string }>; searchParams: Promise<{ before?: string | string[] }> };

export default async function ChangesPage({ params, searchParams }: ChangesPageProps) {
  const [user, t, { classId }, { before }] = await Promise.all([currentUser(), getTranslations("classChanges"), params, searchParams]);
  if (!user) redirect("/classes");
  const from = typeof before === "string" ? before : null;
  const { changes, next } = await orNotFound(listChanges(user, classId, from));
  const { timeZone } = await getSettings(user);
  const pathname = `/classes/${classId}/changes`;
  const link = "link inline-flex min-h-11 items-center";
  return (
    <div className="flex max-w-column flex-col gap-6">
      <div className="flex flex-col gap-2">
        <h1 className="text-28">{t("title")}</h1>
        <p className="max-w-measure text-muted">{t("lead")}</p>
      </div>
      {changes.length === 0 ? <p>{t("none")}</p> : <ClassChanges changes={changes} timeZone={timeZone} />}
      <div className="flex flex-wrap gap-x-6">
        {from !== null && (
          <Link href={{ pathname }} className={link}>
            {t("newest")}
          </Link>
        )}
        {next !== null && (
          <Link href={{ pathname, query: { before: next } }} className={link}>
            {t("older")}
          </Link>
        )}
      </div>
    </div>
  );
}
