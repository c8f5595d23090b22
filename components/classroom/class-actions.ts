import type { Result } from "@/lib/shared/result";
import type { RenewPassword } from "./class-accounts-renew";
import type { ChangeMemberTime } from "./class-accounts-time";

type Outcome<T = void> = Promise<Result<T, { code: string; message: string; fields?: Record<string, string> }>>;

/** What the server does for classes, handed down by the pages. */
export type MakeClass = (input: { name: string; teacherName: string }) => Outcome<{ classId: string }>;
export type ForClass = (input: { classId: string }) => Outcome<unknown>;
export type RenameClass = (input: { classId: string; name: string }) => Outcome;
export type ForMember = (input: { classId: string; userId: string }) => Outcome;
export type RenameMember = (input: { classId: string; userId: string; name: string }) => Outcome;
export type JoinClass = (input: { code: string; name: string }) => Outcome<{ classId: string }>;

export type MemberActions = { rename: RenameMember; remove: ForMember; restore: ForMember; appoint: ForMember; dismiss: ForMember; handOver: ForMember; renew: RenewPassword; changeTime: ChangeMemberTime };
