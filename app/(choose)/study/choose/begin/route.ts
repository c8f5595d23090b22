import { redirect } from "next/navigation";
import type { NextRequest } from "next/server";
import { z } from "zod";
import { lengthChoices, lengthOf } from "@/components/study/length-choices";
import { parseScope, studyAddress, studyModes } from "@/lib/questions/study-request";

const choiceSchema = z.object({
  what: z.string().max(300).catch("due"),
  how: z.enum(studyModes).catch("mix"),
  long: z.enum(lengthChoices).catch("all"),
});

/** Leads from the form, which works without scripts, to the address of the session; what it does not know is as usual. */
export function GET(request: NextRequest): never {
  const { what, how, long } = choiceSchema.parse(Object.fromEntries(request.nextUrl.searchParams));
  redirect(studyAddress({ scope: parseScope(what) ?? { kind: "due" }, mode: how, length: lengthOf(long) }));
}
