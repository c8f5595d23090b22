import type { Consequence } from "@/lib/classroom/consequences";
import type { AssignedQuiz } from "@/lib/quiz/assigned-quiz";
import type { QuizScope } from "@/lib/quiz/quiz-setup";
import type { Result } from "@/lib/shared/result";

type Outcome<T> = Promise<Result<T, { code: string; message: string; fields?: Record<string, string> }>>;

export type WrittenPlan = { kind: "study"; scope: QuizScope; goal: number } | AssignedQuiz;

/** An assignment as the form has it; times as on the wall clocks of the zone, empty for none. */
export type WrittenAssignment = { title: string; instructions: string; plan: WrittenPlan; timeZone: string; opensAt: string; dueAt: string; closesAt: string; isForAll: boolean; chosen: string[] };

/** What the server does for assignments, handed down by the pages. */
export type SaveAssignment = (form: { classId: string; assignmentId: string | null; input: WrittenAssignment; isGiven: boolean }) => Outcome<{ assignmentId: string; problem: string | null }>;
export type ForeseeChange = (form: { assignmentId: string; input: WrittenAssignment }) => Outcome<Consequence[]>;
export type ReckonGoal = (form: { classId: string; input: WrittenAssignment }) => Outcome<{ pupils: number; asked: number; reachable: number; facts: number }>;
export type ForAssignment = (input: { assignmentId: string }) => Outcome<unknown>;

export type FormActions = { save: SaveAssignment; foresee: ForeseeChange; reckon: ReckonGoal };
export type AssignmentActions = Record<"publish" | "withdraw" | "remove" | "draw", ForAssignment>;
