import { z } from "zod";
import { classNameSchema, memberNameSchema } from "@/lib/classroom/names";

const idSchema = z.uuid();

export const newClassSchema = z.object({ name: classNameSchema, teacherName: memberNameSchema });
export const classSchema = z.object({ classId: idSchema });
export const renameClassSchema = z.object({ classId: idSchema, name: classNameSchema });
export const memberSchema = z.object({ classId: idSchema, userId: idSchema });
export const renameMemberSchema = z.object({ classId: idSchema, userId: idSchema, name: memberNameSchema });
/** However it was typed; lib/classroom reads it. */
export const codeSchema = z.string().max(100);
export const joinSchema = z.object({ code: codeSchema, name: memberNameSchema });
