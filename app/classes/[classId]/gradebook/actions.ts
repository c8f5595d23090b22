"use server";

import { revalidatePath } from "next/cache";
import type { z } from "zod";
import { userAction } from "@/lib/actions";
import { excuse, overrideScore, restoreScore } from "@/lib/data/gradebook-cell";
import { excuseInputSchema, overrideInputSchema, placeSchema } from "./schemas";

/** The scores stand on several pages of the class. */
const refreshClass = () => revalidatePath("/classes/[classId]", "layout");

const override = userAction(overrideInputSchema, ({ userId, workId, ...verdict }, user) => overrideScore(user, workId, userId, verdict, new Date()).then(refreshClass));
const restore = userAction(placeSchema, ({ userId, workId }, user) => restoreScore(user, workId, userId, new Date()).then(refreshClass));
const changeExcuse = userAction(excuseInputSchema, ({ userId, workId, ...verdict }, user) => excuse(user, workId, userId, verdict, new Date()).then(refreshClass));

export async function overrideScoreAction(input: z.input<typeof overrideInputSchema>) {
  return override(input);
}

export async function restoreScoreAction(input: z.input<typeof placeSchema>) {
  return restore(input);
}

export async function excuseAction(input: z.input<typeof excuseInputSchema>) {
  return changeExcuse(input);
}
