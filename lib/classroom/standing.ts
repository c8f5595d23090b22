export const classRoles = ["teacher", "co-teacher", "pupil"] as const;
export type ClassRole = (typeof classRoles)[number];

/** What somebody is to a class now: a stranger never joined, somebody removed did once. */
export type Standing = ClassRole | "removed" | "stranger";

export type MemberRow = { role: ClassRole; removedAtMs: number | null };

/** What a row of the class's list, or none, makes of somebody. */
export const standingOf = (row: MemberRow | null): Standing => (row === null ? "stranger" : row.removedAtMs !== null ? "removed" : row.role);
