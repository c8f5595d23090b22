import { z } from "zod";
import { itemTypes } from "@/lib/questions/item";

/** How many questions a quiz may have. */
export const quizLengths = { least: 5, most: 60 } as const;

/** Of a time limit, in whole seconds. */
export const timeLimits = { paper: { least: 10, most: 3 * 3600 }, question: { least: 5, most: 600 } } as const;

/** A flashcard is rated by the learner, so it proves nothing in a quiz. */
export const quizForms = itemTypes.filter((type) => type !== "flashcard");

export const quizDifficulties = ["mixed", "easy", "medium", "hard"] as const;

/** `plain`: points for what is right. `negative`: a wrong choice costs what guessing would bring. `certainty`: points by how sure one is. */
export const markings = ["plain", "negative", "certainty"] as const;
export type Marking = (typeof markings)[number];

const idSchema = z.string().regex(/^[\w.~-]{1,200}$/, "This is not an id.");
const uuidSchema = z.uuid().transform((id) => id.toLowerCase());

/** What a quiz asks about. `mistakes`: facts answered wrongly lately, as in studying. */
export const quizScopeSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("all") }),
  z.strictObject({ kind: z.literal("mistakes") }),
  z.strictObject({ kind: z.literal("topics"), topics: z.array(idSchema).min(1, "Choose at least one topic.").max(50) }),
  z.strictObject({ kind: z.literal("entity"), id: idSchema }),
  z.strictObject({ kind: z.literal("set"), id: uuidSchema }),
]);
export type QuizScope = z.infer<typeof quizScopeSchema>;

/** Limits in whole seconds. With a limit for each question, one follows the other and none comes back. */
export const quizTimerSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none") }),
  z.strictObject({ kind: z.literal("paper"), seconds: z.int().min(timeLimits.paper.least).max(timeLimits.paper.most) }),
  z.strictObject({ kind: z.literal("question"), seconds: z.int().min(timeLimits.question.least).max(timeLimits.question.most) }),
]);
export type QuizTimer = z.infer<typeof quizTimerSchema>;

/** What a learner chooses before a quiz. */
export const quizSetupSchema = z.strictObject({
  scope: quizScopeSchema,
  count: z.int().min(quizLengths.least).max(quizLengths.most),
  difficulty: z.enum(quizDifficulties),
  /** The forms that may be asked; null for all that a quiz has. */
  forms: z.array(z.enum(quizForms)).min(1, "Choose at least one form.").max(quizForms.length).nullable(),
  timer: quizTimerSchema,
  /** One question at a time, or all on a page. */
  layout: z.enum(["one", "page"]),
  /** Whether an answer is final once it is given, instead of open until the quiz is handed in. */
  isLockIn: z.boolean(),
  marking: z.enum(markings),
});
export type QuizSetup = z.infer<typeof quizSetupSchema>;

/** What a quiz is, unless one chooses otherwise. */
export const usualSetup: QuizSetup = {
  scope: { kind: "all" },
  count: 10,
  difficulty: "mixed",
  forms: null,
  timer: { kind: "paper", seconds: 600 },
  layout: "one",
  isLockIn: false,
  marking: "plain",
};
