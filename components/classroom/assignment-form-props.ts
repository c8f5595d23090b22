import type { FormChoice } from "@/components/quiz-setup/setup-more";
import type { SetupLimits } from "@/components/quiz-setup/read-setup-form";
import type { ScopeChoices } from "@/components/quiz-setup/setup-scope";
import type { AssignedQuiz } from "@/lib/quiz/assigned-quiz";
import type { FormActions, WrittenAssignment } from "./assignment-actions";

/** What the form shows first; it has fields for both kinds, whichever is chosen. `goal` in per cent. */
export type AssignmentStart = Omit<WrittenAssignment, "plan"> & { kind: "study" | "quiz"; quiz: AssignedQuiz; goal: number };

export type AssignmentFormProps = {
  classId: string;
  /** Null for a new one. */
  assignmentId: string | null;
  isPublished: boolean;
  start: AssignmentStart;
  choices: ScopeChoices;
  forms: readonly FormChoice[];
  limits: SetupLimits;
  pupils: readonly { userId: string; name: string }[];
  closeLabel: string;
  actions: FormActions;
};

/** The words at a field that has to be mended. */
export type FieldWords = (field: "title" | "instructions" | "goal" | "opensAt" | "dueAt" | "closesAt" | "chosen") => string | undefined;
