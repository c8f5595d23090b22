import "server-only";
import { z } from "zod";
import { faultOf, type ScheduleFault } from "@/lib/classroom/schedule";
import { isStorable } from "@/lib/shared/storable-text";
import { assignmentPlanSchema } from "./assignment-plan";

export const assignmentLimits = { title: 150, instructions: 2000, chosen: 400, perClass: 200 } as const;

const textSchema = (most: number) => z.string().trim().max(most, `Please use at most ${most} characters.`).refine(isStorable, "This text has characters that cannot be kept.");

/** Years of four digits; an instant comes with its distance to UTC, whichever zone the teacher thinks in. */
const instantSchema = z.iso
  .datetime({ offset: true, error: "This is not a time.", abort: true })
  .regex(/^20/, { error: "Please choose a day in this century.", abort: true })
  .transform((text) => new Date(text))
  .nullable();

const faultWords: Record<ScheduleFault, { path: string; message: string }> = {
  "due-before-open": { path: "dueAt", message: "It is due before it opens." },
  "closed-before-open": { path: "closesAt", message: "It closes before it opens." },
  "closed-before-due": { path: "closesAt", message: "It closes before it is due." },
};

type Schedule = Record<"opensAt" | "dueAt" | "closesAt", Date | null>;

/** The same for lib/classroom. */
export const scheduleOf = ({ opensAt, dueAt, closesAt }: Schedule) => ({ opensAtMs: opensAt?.getTime() ?? null, dueAtMs: dueAt?.getTime() ?? null, closesAtMs: closesAt?.getTime() ?? null });

/** Work as a teacher writes it; `chosen`: the pupils who have it, where it is not for all. */
export const assignmentInputSchema = z
  .strictObject({
    title: textSchema(assignmentLimits.title).min(1, "Please give it a title."),
    instructions: textSchema(assignmentLimits.instructions),
    plan: assignmentPlanSchema,
    opensAt: instantSchema,
    dueAt: instantSchema,
    closesAt: instantSchema,
    isForAll: z.boolean(),
    chosen: z.array(z.uuid().transform((id) => id.toLowerCase())).max(assignmentLimits.chosen),
  })
  .superRefine((input, context) => {
    const fault = faultOf(scheduleOf(input));
    if (fault) context.addIssue({ code: "custom", path: [faultWords[fault].path], message: faultWords[fault].message });
    if (input.plan.kind === "quiz" && input.plan.shows === "when-closed" && input.closesAt === null) context.addIssue({ code: "custom", path: ["closesAt"], message: "Please say when it closes: the answers are shown then." });
    if (!input.isForAll && input.chosen.length === 0) context.addIssue({ code: "custom", path: ["chosen"], message: "Please choose at least one pupil." });
  });
export type AssignmentInput = z.output<typeof assignmentInputSchema>;
