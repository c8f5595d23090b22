"use server";

import { z } from "zod";
import { userAction } from "@/lib/actions";
import { removeOwnTable } from "@/lib/data/set-own-table";

const removeSchema = z.strictObject({ setId: z.uuid(), revision: z.int().min(1), tableId: z.string().max(36) });

const remove = userAction(removeSchema, (input, user) => removeOwnTable(user, input, new Date()));

export async function removeOwnTableAction(input: z.input<typeof removeSchema>) {
  return remove(input);
}
