"use server";

import { headers } from "next/headers";
import type { z } from "zod";
import { joinSchema } from "@/app/classes/schemas";
import { userAction } from "@/lib/actions";
import { clientAddress } from "@/lib/auth/address";
import { joinClass } from "@/lib/data/class-join";

const join = userAction(joinSchema, async (input, user) => joinClass(user, input, clientAddress(await headers()), new Date()));

export async function joinClassAction(input: z.input<typeof joinSchema>) {
  return join(input);
}
