import { z } from "zod";
import { assignmentInputSchema } from "@/lib/data/assignment-input";
import { isTimeZone } from "@/lib/scheduling/learner-day";
import { instantOfLocal } from "@/lib/scheduling/local-time";

/** As the browser's field writes it; empty for none. What is no time is refused by the schema below. */
const localSchema = z.string().max(30);
const instantIn = (timeZone: string, text: string) => (text === "" ? null : (instantOfLocal(text, timeZone) ?? text));

/** An assignment with its times on the wall clocks of the zone that the form named. */
const writtenSchema = z
  .looseObject({ timeZone: z.string().max(100).refine(isTimeZone, "This is not a time zone."), opensAt: localSchema, dueAt: localSchema, closesAt: localSchema })
  .transform(({ timeZone, opensAt, dueAt, closesAt, ...rest }) => ({ ...rest, opensAt: instantIn(timeZone, opensAt), dueAt: instantIn(timeZone, dueAt), closesAt: instantIn(timeZone, closesAt) }))
  .pipe(assignmentInputSchema);

export const saveAssignmentSchema = z.object({ classId: z.uuid(), assignmentId: z.uuid().nullable(), input: writtenSchema, isGiven: z.boolean() });
export const foreseeSchema = z.object({ assignmentId: z.uuid(), input: writtenSchema });
export const feasibilitySchema = z.object({ classId: z.uuid(), input: writtenSchema });
export const assignmentSchema = z.object({ assignmentId: z.uuid() });
