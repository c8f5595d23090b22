"use server";

import type { z } from "zod";
import { userAction } from "@/lib/actions";
import { tryOut } from "@/lib/data/what-if";
import { studySettingsSchema } from "@/lib/scheduling/study-settings";

const choiceSchema = studySettingsSchema.pick({ desiredRetention: true, dailyBudget: true });

const tryChoice = userAction(choiceSchema, (choice, user) => tryOut(user, choice, new Date()));

/** What another desired retention and daily budget would come to; nothing is changed. */
export async function whatIfAction(choice: z.input<typeof choiceSchema>) {
  return tryChoice(choice);
}
