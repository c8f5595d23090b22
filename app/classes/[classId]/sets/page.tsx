import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { publishSetAction, withdrawSetAction } from "./actions";
import { ClientMessages } from "@/app/_components/client-messages";
import { orNotFound } from "@/app/_components/or-not-found";
import { ClassSetList } from "@/components/sets/class-set-list";
import { GiveSet } from "@/components/sets/give-set";
import { LinkButton } from "@/components/ui/link-button";
import { currentUser } from "@/lib/auth/current-user";
import { classHead } from "@/lib/data/class-list";
import { classSets } from "@/lib/data/set-class";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sets.classes");
  return { title: t("title") };
}

const headingId = "class-sets";

export default async function ClassSetsPage({ params }: { params: Promise<{ classId: string }> }) {
  const [user, t, { classId }] = await Promise.all([currentUser(), getTranslations("sets.classes"), params]);
  if (!user) redirect("/classes");
  const { isArchived } = await orNotFound(classHead(user, classId));
  if (isArchived) {
    return (
      <div className="flex flex-col gap-3">
        <h1 className="text-28">{t("title")}</h1>
        <p>{t("archived")}</p>
      </div>
    );
  }
  const { sets, offered } = await orNotFound(classSets(user, classId));
  const isTeaching = offered !== null;
  return (
    <div className="flex max-w-column flex-col gap-8">
      <div className="flex flex-col gap-3">
        <h1 id={headingId} tabIndex={-1} className="text-28">
          {t("title")}
        </h1>
        <p className="max-w-measure text-muted">{t(isTeaching ? "leadTeacher" : "leadPupil")}</p>
      </div>
      {sets.length === 0 ? <p>{t("none")}</p> : <ClassSetList classId={classId} sets={sets} isTeaching={isTeaching} headingId={headingId} withdraw={withdrawSetAction} />}
      {isTeaching && (
        <div className="flex flex-col items-start gap-4">
          {offered.length > 0 && (
            <ClientMessages names={["sets"]}>
              <GiveSet classId={classId} offered={offered} publish={publishSetAction} />
            </ClientMessages>
          )}
          <LinkButton href="/sets/new">
            {t("makeNew")}
          </LinkButton>
        </div>
      )}
    </div>
  );
}
