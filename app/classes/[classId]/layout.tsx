import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { orNotFound } from "@/app/_components/or-not-found";
import { ClassHead } from "@/components/classroom/class-head";
import { currentUser } from "@/lib/auth/current-user";
import { classHead } from "@/lib/data/class-list";

type ClassLayoutProps = { children: ReactNode; params: Promise<{ classId: string }> };

/** The class's name and its pages. Each page has a heading of its own (h1) and asks for itself what the viewer may see: a layout is not rendered anew for each. */
export default async function ClassLayout({ children, params }: ClassLayoutProps) {
  const [user, { classId }] = await Promise.all([currentUser(), params]);
  if (!user) redirect("/classes");
  const head = await orNotFound(classHead(user, classId));
  return (
    <div className="flex flex-col gap-8">
      <ClassHead head={head} />
      {children}
    </div>
  );
}
