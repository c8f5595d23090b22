import { z } from "zod";
import { memberSchema } from "@/app/classes/schemas";
import { memberNameSchema } from "@/lib/classroom/names";
import { mostAccounts } from "@/lib/classroom/slips";
import { memberTimeSchema } from "@/lib/quiz/extra-time";

export const accountsSchema = z.object({ classId: z.uuid(), names: z.array(memberNameSchema).min(1).max(mostAccounts) });
export const memberTimeInputSchema = z.object({ ...memberSchema.shape, time: memberTimeSchema });
