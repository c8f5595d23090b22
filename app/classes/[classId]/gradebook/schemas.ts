import { z } from "zod";
import { excuseSchema, overrideSchema } from "@/lib/data/gradebook-cell";

const place = { userId: z.uuid(), workId: z.uuid() };

export const placeSchema = z.strictObject(place);
export const overrideInputSchema = overrideSchema.extend(place);
export const excuseInputSchema = excuseSchema.extend(place);
