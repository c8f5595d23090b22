"use server";

import { revalidatePath } from "next/cache";
import type { z } from "zod";
import { accountsSchema, memberTimeInputSchema } from "./schemas";
import { memberSchema } from "@/app/classes/schemas";
import { userAction } from "@/lib/actions";
import { changeAccommodations } from "@/lib/data/class-accommodations";
import { makeAccounts, proposeAccounts, renewPassword } from "@/lib/data/class-accounts";
import { databaseClock } from "@/lib/data/database-clock";

const propose = userAction(accountsSchema, ({ classId, names }, user) => proposeAccounts(user, classId, names));
const make = userAction(accountsSchema, ({ classId, names }, user) => makeAccounts(user, classId, names, new Date()));
const renew = userAction(memberSchema, ({ classId, userId }, user) => renewPassword(user, classId, userId, new Date()));
const giveTime = userAction(memberTimeInputSchema, ({ classId, userId, time }, user) =>
  changeAccommodations(user, classId, userId, time, databaseClock).then(() => revalidatePath("/classes", "layout")),
);

export async function proposeAccountsAction(input: z.input<typeof accountsSchema>) {
  return propose(input);
}

/** Its answer holds the passwords: it is neither cached nor written down. */
export async function makeAccountsAction(input: z.input<typeof accountsSchema>) {
  return make(input);
}

export async function renewPasswordAction(input: z.input<typeof memberSchema>) {
  return renew(input);
}

export async function changeMemberTimeAction(input: z.input<typeof memberTimeInputSchema>) {
  return giveTime(input);
}
