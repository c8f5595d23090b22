import type { Standing } from "./standing";

/** All that can be done with a class and what is in it. */
export const classActions = [
  "see-class", "leave-class", "rename-class", "archive-class", "restore-class", "delete-class",
  "set-join-code", "make-accounts", "see-members", "rename-member", "remove-member", "accommodate-member", "renew-password", "appoint-teacher",
  "see-assignments", "do-assignment", "write-assignments", "regrade-assignment",
  "see-gradebook", "override-score", "see-analysis", "see-pupil", "see-changes",
  "use-sets", "publish-set",
] as const;
export type ClassAction = (typeof classActions)[number];

/** Whoever asks: what they are to the class, and whether they are a guest, who has no name to sign in with. */
export type ClassPerson = { standing: Standing; isGuest: boolean };

/** The class itself, as far as it matters. */
export type ClassResource = { isArchived: boolean };

const pupils: ReadonlySet<ClassAction> = new Set(["see-class", "leave-class", "see-assignments", "do-assignment", "use-sets"]);

const coTeachers: ReadonlySet<ClassAction> = new Set([
  "see-class", "leave-class", "rename-class", "set-join-code", "make-accounts", "see-members", "rename-member", "remove-member", "accommodate-member", "renew-password",
  "see-assignments", "write-assignments", "regrade-assignment", "see-gradebook", "override-score", "see-analysis", "see-pupil", "see-changes", "use-sets", "publish-set",
]);

/** A class is never without its teacher, who therefore cannot leave it. */
const teachers: ReadonlySet<ClassAction> = new Set([...[...coTeachers].filter((action) => action !== "leave-class"), "archive-class", "restore-class", "delete-class", "appoint-teacher"]);

/** What an archived class still allows: to look at, to leave, to take up again or to delete. */
const inArchive: ReadonlySet<ClassAction> = new Set([
  "see-class", "leave-class", "restore-class", "delete-class", "see-members", "see-assignments", "see-gradebook", "see-analysis", "see-pupil", "see-changes",
]);

const allowedTo: Record<Standing, ReadonlySet<ClassAction>> = { teacher: teachers, "co-teacher": coTeachers, pupil: pupils, removed: new Set(), stranger: new Set() };

/** A guest can do what a pupil does; whoever teaches must be able to come back by a name. */
const needsName = (standing: Standing) => standing === "teacher" || standing === "co-teacher";

/** Whether somebody may do something with a class. Whoever may not even see it is to be told that there is no such class. */
export function can({ standing, isGuest }: ClassPerson, action: ClassAction, { isArchived }: ClassResource): boolean {
  if (isGuest && needsName(standing)) return false;
  if (isArchived ? !inArchive.has(action) : action === "restore-class") return false;
  return allowedTo[standing].has(action);
}

/** Whether somebody may make a class, and so become its teacher. */
export const canMakeClass = ({ isGuest }: Pick<ClassPerson, "isGuest">): boolean => !isGuest;
