import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { headers } from "next/headers";
import Link from "next/link";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { joinClassAction } from "../actions";
import { JoinCode } from "../_components/join-code";
import { ClientMessages } from "@/app/_components/client-messages";
import { ClassJoinForm } from "@/components/classroom/class-join-form";
import { teacherNames } from "@/components/classroom/class-list";
import { clientAddress } from "@/lib/auth/address";
import { currentUser } from "@/lib/auth/current-user";
import { findClassByCode } from "@/lib/data/class-join";
import { AppError } from "@/lib/shared/app-error";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("join");
  return { title: t("title"), robots: { index: false } };
}

const problemOf = (error: unknown): "wrong" | "tooMany" => {
  if (error instanceof AppError && error.code === "NOT_FOUND") return "wrong";
  if (error instanceof AppError && error.code === "RATE_LIMITED") return "tooMany";
  throw error;
};

export default async function JoinClassPage({ params }: { params: Promise<{ code: string }> }) {
  const [user, t, { code: given }] = await Promise.all([currentUser(), getTranslations("join"), params]);
  const code = given.slice(0, 100);
  const found = await findClassByCode(user, code, clientAddress(await headers()), new Date()).catch(problemOf);
  if (typeof found === "string") return <JoinCode typed={code} problem={found} />;
  if (found.standing !== "stranger" && found.standing !== "removed") redirect(`/classes/${found.classId}`);
  const signIn = (text: ReactNode) => (
    <Link href={{ pathname: "/sign-in", query: { join: code } }} className="link">
      {text}
    </Link>
  );
  return (
    <div className="mx-auto flex max-w-form flex-col gap-6">
      <div className="flex flex-col gap-1">
        <h1 className="text-28 wrap-anywhere">{t("joinClass", { name: found.name })}</h1>
        {found.teachers.length > 0 && <p className="wrap-anywhere text-muted">{t("taughtBy", { teachers: teacherNames(found.teachers) })}</p>}
      </div>
      <ClientMessages names={["join"]}>
        <ClassJoinForm code={code} name={user?.userName ?? ""} isNew={user === null} join={joinClassAction} />
      </ClientMessages>
      {!user?.userName && <p className="text-14 text-muted">{t.rich(user ? "guest" : "signIn", { link: signIn })}</p>}
    </div>
  );
}
