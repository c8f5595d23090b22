import "server-only";
import { getDatabase } from "@/lib/db/database";
import type { ClassMember } from "@/lib/db/generated/client";
import type { MemberTime } from "@/lib/quiz/extra-time";
import { AppError } from "@/lib/shared/app-error";
import { demandClass } from "./class-access";
import { noteChange } from "./class-changes";
import { findMember } from "./class-members";
import type { DatabaseClock } from "./database-clock";
import { accommodateMember } from "./quiz-accommodation";
import { inTransaction, lockUser } from "./transaction";
import type { Viewer } from "./viewer";

const timeOf = ({ timeMultiplier, extraMinutes, hasNoTimeLimit, extraAttempts }: Pick<ClassMember, keyof MemberTime>) => ({ timeMultiplier, extraMinutes, hasNoTimeLimit, extraAttempts }) as MemberTime;

const isSame = (a: MemberTime, b: MemberTime) => a.timeMultiplier === b.timeMultiplier && a.extraMinutes === b.extraMinutes && a.hasNoTimeLimit === b.hasNoTimeLimit && a.extraAttempts === b.extraAttempts;

/** What the class gives each of its members beyond what all have, by user id. Told to those who teach only. */
export async function listAccommodations(viewer: Viewer, classId: string): Promise<Map<string, MemberTime>> {
  const database = await getDatabase();
  const { row } = await demandClass(database, viewer, classId, "see-members");
  const rows = await database.classMember.findMany({
    where: { classId: row.id, removedAt: null },
    select: { userId: true, timeMultiplier: true, extraMinutes: true, hasNoTimeLimit: true, extraAttempts: true },
  });
  return new Map(rows.map(({ userId, ...member }) => [userId, timeOf(member)]));
}

/** Gives a pupil more (or less) time and attempts in this class's quizzes from now on, in those under way too. */
export function changeAccommodations(viewer: Viewer, classId: string, userId: string, time: MemberTime, clock: DatabaseClock): Promise<void> {
  return inTransaction(async (tx) => {
    const access = await demandClass(tx, viewer, classId, "accommodate-member");
    await findMember(tx, access, userId);
    // Whoever begins a quiz holds the user too: it begins before and is found under way, or begins with the new time.
    await lockUser(tx, userId);
    const member = await findMember(tx, access, userId);
    if (member.role !== "pupil") throw new AppError("CONFLICT", "Only pupils take the quizzes of a class.");
    const before = timeOf(member);
    if (isSame(before, time)) return;
    await tx.classMember.update({ where: { classId_userId: { classId: access.row.id, userId } }, data: timeOf(time), select: { userId: true } });
    await accommodateMember(tx, access.row.id, userId, time, clock);
    await noteChange(tx, viewer, access, { kind: "accommodation-changed", subjectId: userId, about: member.name, details: { before, after: time } }, await clock(tx));
  });
}
