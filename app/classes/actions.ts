"use server";

import { revalidatePath } from "next/cache";
import type { z } from "zod";
import { userAction } from "@/lib/actions";
import { changeJoinCode, closeJoinCode } from "@/lib/data/class-join-code";
import { archiveClass, deleteClass, makeClass, renameClass, restoreClass } from "@/lib/data/class-make";
import { leaveClass, removeMember, renameMember, restoreMember } from "@/lib/data/class-members";
import { appointTeacher, dismissTeacher, handOverClass } from "@/lib/data/class-teachers";
import { classSchema, memberSchema, newClassSchema, renameClassSchema, renameMemberSchema } from "./schemas";

type ClassInput = z.input<typeof classSchema>;
type MemberInput = z.input<typeof memberSchema>;

/** The head of a class stands above all of its pages, also above those that the browser keeps. */
const refresh = () => revalidatePath("/classes", "layout");

const make = userAction(newClassSchema, (input, user) => makeClass(user, input, new Date()));
const rename = userAction(renameClassSchema, ({ classId, name }, user) => renameClass(user, classId, name, new Date()).then(refresh));
const archive = userAction(classSchema, ({ classId }, user) => archiveClass(user, classId, new Date()).then(refresh));
const restore = userAction(classSchema, ({ classId }, user) => restoreClass(user, classId, new Date()).then(refresh));
const remove = userAction(classSchema, ({ classId }, user) => deleteClass(user, classId));
const leave = userAction(classSchema, ({ classId }, user) => leaveClass(user, classId, new Date()));
const changeCode = userAction(classSchema, ({ classId }, user) => changeJoinCode(user, classId, new Date()).then(refresh));
const closeCode = userAction(classSchema, ({ classId }, user) => closeJoinCode(user, classId, new Date()).then(refresh));
const nameMember = userAction(renameMemberSchema, ({ classId, userId, name }, user) => renameMember(user, classId, userId, name, new Date()).then(refresh));
const dropMember = userAction(memberSchema, ({ classId, userId }, user) => removeMember(user, classId, userId, new Date()).then(refresh));
const takeBack = userAction(memberSchema, ({ classId, userId }, user) => restoreMember(user, classId, userId, new Date()).then(refresh));
const appoint = userAction(memberSchema, ({ classId, userId }, user) => appointTeacher(user, classId, userId, new Date()).then(refresh));
const dismiss = userAction(memberSchema, ({ classId, userId }, user) => dismissTeacher(user, classId, userId, new Date()).then(refresh));
const handOver = userAction(memberSchema, ({ classId, userId }, user) => handOverClass(user, classId, userId, new Date()).then(refresh));

export async function makeClassAction(input: z.input<typeof newClassSchema>) {
  return make(input);
}

export async function renameClassAction(input: z.input<typeof renameClassSchema>) {
  return rename(input);
}

export async function archiveClassAction(input: ClassInput) {
  return archive(input);
}

export async function restoreClassAction(input: ClassInput) {
  return restore(input);
}

export async function deleteClassAction(input: ClassInput) {
  return remove(input);
}

export async function leaveClassAction(input: ClassInput) {
  return leave(input);
}

export async function changeJoinCodeAction(input: ClassInput) {
  return changeCode(input);
}

export async function closeJoinCodeAction(input: ClassInput) {
  return closeCode(input);
}

export async function renameMemberAction(input: z.input<typeof renameMemberSchema>) {
  return nameMember(input);
}

export async function removeMemberAction(input: MemberInput) {
  return dropMember(input);
}

export async function restoreMemberAction(input: MemberInput) {
  return takeBack(input);
}

export async function appointTeacherAction(input: MemberInput) {
  return appoint(input);
}

export async function dismissTeacherAction(input: MemberInput) {
  return dismiss(input);
}

export async function handOverClassAction(input: MemberInput) {
  return handOver(input);
}
