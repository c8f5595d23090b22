import { useTranslations } from "next-intl";
import Link from "next/link";

export type ListedClass = { id: string; name: string; role: "teacher" | "co-teacher" | "pupil"; isArchived: boolean; pupils: number; teachers: readonly string[] };

/** Names of teachers, many shortened to some. */
export const teacherNames = (teachers: readonly string[]) => new Intl.ListFormat("en-GB").format(teachers.slice(0, 4));

export function ClassList({ classes }: { classes: readonly ListedClass[] }) {
  const t = useTranslations("classes");
  const about = ({ role, pupils, teachers, isArchived }: ListedClass) => {
    const who = role === "pupil" ? teachers.length > 0 && t("taughtBy", { teachers: teacherNames(teachers) }) : t("pupils", { count: pupils });
    return [who, role === "co-teacher" && t("coTeacher"), isArchived && t("archived")].filter(Boolean).join(" · ");
  };
  return (
    <ul className="flex flex-col">
      {classes.map((listed) => (
        <li key={listed.id} className="border-b border-line first:border-t">
          <Link href={`/classes/${listed.id}`} className="group flex min-h-16 flex-col justify-center gap-0.5 py-3">
            <span className="text-18 font-medium wrap-anywhere group-hover:text-accent">{listed.name}</span>
            <span className="text-14 wrap-anywhere text-muted tabular-nums">{about(listed)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
