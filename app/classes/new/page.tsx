import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { makeClassAction } from "../actions";
import { ClientMessages } from "@/app/_components/client-messages";
import { ClassForm } from "@/components/classroom/class-form";
import { currentUser } from "@/lib/auth/current-user";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("classes.form");
  return { title: t("title") };
}

export default async function NewClassPage() {
  const [user, t] = await Promise.all([currentUser(), getTranslations("classes.form")]);
  if (!user?.userName) redirect("/classes");
  return (
    <div className="mx-auto flex max-w-column flex-col gap-8">
      <h1 className="text-28 sm:text-36">{t("title")}</h1>
      <ClientMessages names={["classes"]}>
        <ClassForm userName={user.userName} make={makeClassAction} />
      </ClientMessages>
    </div>
  );
}
