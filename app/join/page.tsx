import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { JoinCode } from "./_components/join-code";
import { codeSchema } from "@/app/classes/schemas";
import { readJoinCode } from "@/lib/classroom/join-code";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("join");
  return { title: t("title") };
}

export default async function JoinPage({ searchParams }: { searchParams: Promise<{ code?: string | string[] }> }) {
  const { code } = await searchParams;
  const typed = codeSchema.safeParse(code);
  const read = typed.success ? readJoinCode(typed.data) : null;
  if (read) redirect(`/join/${read}`);
  return <JoinCode typed={typed.success ? typed.data : undefined} problem={code === undefined || code === "" ? undefined : "wrong"} />;
}
