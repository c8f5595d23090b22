"use server";

import { z } from "zod";
import { userAction } from "@/lib/actions";
import { publishSet, withdrawSet } from "@/lib/data/set-class";

const inputSchema = z.object({ classId: z.uuid(), setId: z.uuid() });

const publish = userAction(inputSchema, ({ classId, setId }, user) => publishSet(user, classId, setId, new Date()));
const withdraw = userAction(inputSchema, ({ classId, setId }, user) => withdrawSet(user, classId, setId, new Date()));

export async function publishSetAction(input: z.input<typeof inputSchema>) {
  return publish(input);
}

export async function withdrawSetAction(input: z.input<typeof inputSchema>) {
  return withdraw(input);
}
