"use server";

import { z } from "zod";
import { userAction } from "@/lib/actions";
import { makeMissedSet, missedSetSchema } from "@/lib/data/class-knows";

const inputSchema = missedSetSchema.extend({ classId: z.uuid() });

const makeSet = userAction(inputSchema, ({ classId, ...set }, user) => makeMissedSet(user, classId, set, new Date()));

export async function makeMissedSetAction(input: z.input<typeof inputSchema>) {
  return makeSet(input);
}
