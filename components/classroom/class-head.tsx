import { useTranslations } from "next-intl";
import Link from "next/link";
import { teacherNames } from "./class-list";
import { ClassNav, type ClassPage } from "./class-nav";

type ClassHeadProps = { head: { id: string; name: string; role: "teacher" | "co-teacher" | "pupil"; isArchived: boolean; teachers: readonly string[] } };

/** What stands above every page of a class; the page has a heading of its own. */
export function ClassHead({ head: { id, name, role, isArchived, teachers } }: ClassHeadProps) {
  const t = useTranslations("classes");
  // An archived class lends no sets.
  const shared: ClassPage[] = [{ path: "", name: t("nav.work") }, ...(isArchived ? [] : [{ path: "/sets", name: t("nav.sets") } as const])];
  const forTeachers: ClassPage[] = [
    { path: "/people", name: t("nav.people") },
    { path: "/gradebook", name: t("nav.gradebook") },
    { path: "/knows", name: t("nav.knows") },
    { path: "/changes", name: t("nav.changes") },
  ];
  return (
    <header className="flex flex-col gap-3">
      <div className="flex flex-col in-[body:has([data-slips])]:print:hidden">
        <Link href="/classes" className="link -mt-3 inline-flex min-h-11 items-center self-start text-14 text-muted print:hidden">
          {t("head.all")}
        </Link>
        <p className="text-22 font-semibold wrap-anywhere max-sm:line-clamp-2">{name}</p>
        {role === "pupil" && teachers.length > 0 && <p className="wrap-anywhere text-muted">{t("taughtBy", { teachers: teacherNames(teachers) })}</p>}
      </div>
      {isArchived && <p className="rounded-control border border-line bg-sunken px-4 py-3">{t("head.archived")}</p>}
      <ClassNav classId={id} label={t("head.navigation")} pages={role === "pupil" ? shared : [...shared, ...forTeachers]} />
    </header>
  );
}
