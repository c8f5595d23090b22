import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import type { ReactNode } from "react";
import { DueWork } from "@/app/_components/due-work";
import { ClassCodeField } from "@/components/classroom/class-code-field";
import { ClassList, type ListedClass } from "@/components/classroom/class-list";
import { LinkButton } from "@/components/ui/link-button";
import { currentUser } from "@/lib/auth/current-user";
import { listClasses } from "@/lib/data/class-list";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("classes");
  return { title: t("title") };
}

export default async function ClassesPage() {
  const [user, t] = await Promise.all([currentUser(), getTranslations("classes")]);
  const { taught, joined } = user ? await listClasses(user) : { taught: [], joined: [] };
  const isNamed = user !== null && !user.isGuest;
  return (
    <div className="mx-auto flex max-w-column flex-col gap-10">
      <div className="flex flex-col gap-3">
        <h1 className="text-28 sm:text-36">{t("title")}</h1>
        <p className="max-w-measure text-muted">{t("lead")}</p>
        {taught.length + joined.length === 0 && <p>{t("none")}</p>}
      </div>
      {user && joined.length > 0 && <DueWork viewer={user} className="flex flex-col gap-3" />}
      {joined.length > 0 && <Classes id="joined" title={t("joined")} classes={joined} />}
      {taught.length > 0 && <Classes id="taught" title={t("taught")} classes={taught} />}
      <section aria-labelledby="join" className="flex flex-col gap-4 border-t border-line pt-8">
        <h2 id="join" className="text-22">
          {t("joinTitle")}
        </h2>
        <ClassCodeField label={t("code")} hint={t("codeHint")} goOn={t("goOn")} look={taught.length + joined.length === 0 ? "primary" : "secondary"} />
      </section>
      <section aria-labelledby="make" className="flex flex-col items-start gap-4 border-t border-line pt-8">
        <h2 id="make" className="text-22">
          {t("make")}
        </h2>
        {isNamed ? <LinkButton href="/classes/new">{t("make")}</LinkButton> : <p className="max-w-measure">{t.rich("needsAccount", { link: signUpLink })}</p>}
      </section>
    </div>
  );
}

const signUpLink = (text: ReactNode) => (
  <Link href="/sign-up" className="link">
    {text}
  </Link>
);

function Classes({ id, title, classes }: { id: string; title: string; classes: readonly ListedClass[] }) {
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <h2 id={id} className="text-22">
        {title}
      </h2>
      <ClassList classes={classes} />
    </section>
  );
}
