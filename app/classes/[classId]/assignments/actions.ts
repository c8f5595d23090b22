"use server";

import { revalidatePath } from "next/cache";
import type { z } from "zod";
import { userAction } from "@/lib/actions";
import { goalFeasibility } from "@/lib/data/assignment-feasibility";
import { deleteAssignment, publishAssignment, withdrawAssignment } from "@/lib/data/assignment-publish";
import { foreseeRegrade, regrade, regradeSchema } from "@/lib/data/assignment-regrade";
import { drawQuestions } from "@/lib/data/assignment-questions";
import { saveAssignment } from "@/lib/data/assignment-save";
import { foreseeChange } from "@/lib/data/assignment-write";
import { databaseClock } from "@/lib/data/database-clock";
import { assignmentSchema, feasibilitySchema, foreseeSchema, saveAssignmentSchema } from "./schemas";

type AssignmentId = z.input<typeof assignmentSchema>;

/** Work stands on several pages of the class. */
function refreshed<T>(value: T): T {
  revalidatePath("/classes/[classId]", "layout");
  return value;
}

const save = userAction(saveAssignmentSchema, (form, user) => saveAssignment(user, form, new Date(), databaseClock).then(refreshed));
const foresee = userAction(foreseeSchema, ({ assignmentId, input }, user) => foreseeChange(user, assignmentId, input, databaseClock));
const reckon = userAction(feasibilitySchema, ({ classId, input }, user) => goalFeasibility(user, classId, input, new Date()));
const publish = userAction(assignmentSchema, ({ assignmentId }, user) => publishAssignment(user, assignmentId, new Date()).then(refreshed));
const withdraw = userAction(assignmentSchema, ({ assignmentId }, user) => withdrawAssignment(user, assignmentId, new Date()).then(refreshed));
const remove = userAction(assignmentSchema, ({ assignmentId }, user) => deleteAssignment(user, assignmentId, new Date()));
const draw = userAction(assignmentSchema, ({ assignmentId }, user) => drawQuestions(user, assignmentId, new Date()).then(refreshed));
const foreseeMarks = userAction(regradeSchema, (wish, user) => foreseeRegrade(user, wish));
const changeMarks = userAction(regradeSchema, (wish, user) => regrade(user, wish, new Date()).then(refreshed));

export async function saveAssignmentAction(input: z.input<typeof saveAssignmentSchema>) {
  return save(input);
}

export async function foreseeChangeAction(input: z.input<typeof foreseeSchema>) {
  return foresee(input);
}

export async function reckonGoalAction(input: z.input<typeof feasibilitySchema>) {
  return reckon(input);
}

export async function publishAssignmentAction(input: AssignmentId) {
  return publish(input);
}

export async function withdrawAssignmentAction(input: AssignmentId) {
  return withdraw(input);
}

export async function deleteAssignmentAction(input: AssignmentId) {
  return remove(input);
}

export async function drawQuestionsAction(input: AssignmentId) {
  return draw(input);
}

export async function foreseeRegradeAction(input: z.input<typeof regradeSchema>) {
  return foreseeMarks(input);
}

export async function regradeAction(input: z.input<typeof regradeSchema>) {
  return changeMarks(input);
}
