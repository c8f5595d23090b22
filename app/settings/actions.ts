"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { factIdSchema } from "@/app/api/study/facts/schemas";
import { userAction } from "@/lib/actions";
import { databaseClock } from "@/lib/data/database-clock";
import { deleteAccount } from "@/lib/data/delete-account";
import { resumeFact } from "@/lib/data/fact-choices";
import { chooseParameters } from "@/lib/data/parameters";
import { changeAccommodation } from "@/lib/data/quiz-accommodation";
import { changeSettings } from "@/lib/data/settings";
import { extraTimeSchema, type ExtraTime } from "@/lib/quiz/extra-time";
import { settingChangesSchema } from "@/lib/scheduling/study-settings";

/** Every page may show what was set, also those that the browser keeps. */
const refreshAll = () => revalidatePath("/", "layout");

const change = userAction(settingChangesSchema, (changes, user) => changeSettings(user, changes).then(refreshAll));
const changeTime = userAction(extraTimeSchema, (extraTime, user) => changeAccommodation(user, extraTime, databaseClock).then(refreshAll));
const choose = userAction(z.uuid().nullable(), (trialId, user) => chooseParameters(user, trialId).then(refreshAll));
const resume = userAction(factIdSchema, (factId, user) => resumeFact(user, factId).then(refreshAll));
const remove = userAction(z.object({ password: z.string().max(400) }), ({ password }, user) => deleteAccount(user, password, new Date()));

export async function changeSettingsAction(changes: z.input<typeof settingChangesSchema>) {
  return change(changes);
}

export async function changeExtraTimeAction(extraTime: ExtraTime) {
  return changeTime(extraTime);
}

/** The id of an accepted trial, or null for the published parameters. */
export async function chooseParametersAction(trialId: string | null) {
  return choose(trialId);
}

export async function resumeFactAction(factId: string) {
  return resume(factId);
}

/** A guest's password is empty. */
export async function deleteAccountAction(input: { password: string }) {
  return remove(input);
}
