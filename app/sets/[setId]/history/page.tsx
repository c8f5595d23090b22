import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { redirect } from "next/navigation";
import { restoreSetAction } from "../../actions";
import { orNotFound } from "@/app/_components/or-not-found";
import { SetHistoryList } from "@/components/sets/set-history-list";
import { currentUser } from "@/lib/auth/current-user";
import { revisionsKept } from "@/lib/data/set-change";
import { setHistory } from "@/lib/data/set-history";
import { getSettings } from "@/lib/data/settings";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sets.history");
  return { title: t("title") };
}

export default async function SetHistoryPage({ params }: { params: Promise<{ setId: string }> }) {
  const [user, t, { setId }] = await Promise.all([currentUser(), getTranslations("sets.history"), params]);
  if (!user) redirect("/sets");
  const { setId: id, name, revisions } = await orNotFound(setHistory(user, setId));
  const { timeZone } = await getSettings(user);
  const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone });
  const listed = revisions.map(({ at, ...revision }) => ({ ...revision, when: at && format.format(at) }));
  return (
    <div className="mx-auto flex max-w-column flex-col gap-8">
      <header className="flex flex-col gap-3">
        <Link href={`/sets/${id}` as Route} className="link -mt-3 inline-flex min-h-11 items-center self-start text-14 wrap-anywhere text-muted">
          {name}
        </Link>
        <h1 className="text-28 sm:text-36">{t("title")}</h1>
        <p className="max-w-measure text-muted">{t("lead", { kept: revisionsKept })}</p>
      </header>
      <SetHistoryList setId={id} current={revisions[0]!.revision} revisions={listed} restore={restoreSetAction} />
    </div>
  );
}
