import "server-only";
import type { ClassRole } from "@/lib/classroom/standing";
import { getDatabase } from "@/lib/db/database";
import { demandClass } from "./class-access";
import type { Viewer } from "./viewer";

/** `teachers`: what the class calls them. */
export type ListedClass = { id: string; name: string; role: ClassRole; isArchived: boolean; pupils: number; teachers: string[] };

const isPresent = { removedAt: null };
const teaching = { role: { in: ["teacher", "co-teacher"] }, ...isPresent };

/** The classes that the viewer teaches and those that they learn in, by name, archived ones last. */
export async function listClasses({ userId }: Viewer): Promise<{ taught: ListedClass[]; joined: ListedClass[] }> {
  const database = await getDatabase();
  const rows = await database.classMember.findMany({
    where: { userId, ...isPresent },
    select: {
      role: true,
      class: {
        select: { id: true, name: true, archivedAt: true, members: { where: teaching, orderBy: { joinedAt: "asc" }, select: { name: true } }, _count: { select: { members: { where: { role: "pupil", ...isPresent } } } } },
      },
    },
  });
  const classes = rows.map(({ role, class: { id, name, archivedAt, members, _count } }) => ({
    id, name, role: role as ClassRole, isArchived: archivedAt !== null, pupils: _count.members, teachers: members.map((teacher) => teacher.name),
  }));
  classes.sort((a, b) => Number(a.isArchived) - Number(b.isArchived) || a.name.localeCompare(b.name, "en", { numeric: true }));
  return { taught: classes.filter(({ role }) => role !== "pupil"), joined: classes.filter(({ role }) => role === "pupil") };
}

/** What stands above every page of a class. `joinCode`: null for pupils, and where nobody may join; `pupils` is told to those who teach only. */
export type ClassHead = { id: string; name: string; role: ClassRole; isArchived: boolean; teachers: string[]; joinCode: string | null; pupils: number | null };

export async function classHead(viewer: Viewer, classId: string): Promise<ClassHead> {
  const database = await getDatabase();
  const { row, standing } = await demandClass(database, viewer, classId, "see-class");
  const role = standing as ClassRole;
  const isTeaching = role !== "pupil";
  const [teachers, pupils] = await Promise.all([
    database.classMember.findMany({ where: { classId: row.id, ...teaching }, orderBy: { joinedAt: "asc" }, select: { name: true } }),
    isTeaching ? database.classMember.count({ where: { classId: row.id, role: "pupil", ...isPresent } }) : null,
  ]);
  return { id: row.id, name: row.name, role, isArchived: row.archivedAt !== null, teachers: teachers.map(({ name }) => name), joinCode: isTeaching ? row.joinCode : null, pupils };
}
