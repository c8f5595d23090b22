"use client";

import type { Route } from "next";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef, useState, useTransition } from "react";
import type { Consequence } from "@/lib/classroom/consequences";
import type { WrittenAssignment } from "./assignment-actions";
import type { AssignmentFormProps } from "./assignment-form-props";
import type { AssignmentField } from "./read-assignment-form";

type Refusal = { code: string; message: string; fields?: Record<string, string> };

/** The server's words at fields, by the names that the form has for them. */
const wordsOf = ({ fields = {} }: Refusal) => Object.fromEntries(Object.entries(fields).map(([path, words]) => [path.replace(/^input\./, "").replace(/^chosen\..*/, "chosen"), words]));

/** The fields that show words of the server's beside them. */
const shown: readonly string[] = ["title", "instructions", "goal", "opensAt", "dueAt", "closesAt", "chosen"] satisfies AssignmentField[];

/** What a change means for those who have begun waits here until the teacher has seen it. */
export type Foreseen = { input: WrittenAssignment; consequences: readonly Consequence[] };

/** Saves an assignment; of one that pupils have, what that means is asked first. */
export function useAssignmentSave({ classId, assignmentId, isPublished, actions }: Pick<AssignmentFormProps, "classId" | "assignmentId" | "isPublished" | "actions">) {
  const t = useTranslations("assignments.form");
  const router = useRouter();
  // Saved and not given, it is changed by the next try, not made a second time.
  const known = useRef(assignmentId);
  const [words, setWords] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [foreseen, setForeseen] = useState<Foreseen | null>(null);
  const [isSaving, startTransition] = useTransition();

  const refuse = (error: Refusal | null) => {
    const found = error ? wordsOf(error) : {};
    setWords(found);
    const isShown = Object.keys(found).some((field) => shown.includes(field));
    setProblem(error === null || error.code === "UNEXPECTED" ? t("failed") : isShown ? t("lookAbove") : error.message);
  };
  const store = async (input: WrittenAssignment, isGiven: boolean) => {
    const outcome = await actions.save({ classId, assignmentId: known.current, input, isGiven }).catch(() => null);
    if (!outcome?.ok) return refuse(outcome && outcome.error);
    known.current = outcome.value.assignmentId;
    if (outcome.value.problem === null) router.push(`/classes/${classId}/assignments/${known.current}` as Route);
    else setProblem(`${outcome.value.problem} ${t("keptAsDraft")}`);
  };
  const clear = () => {
    setProblem(null);
    setWords({});
  };
  const save = (input: WrittenAssignment, isGiven: boolean) =>
    startTransition(async () => {
      clear();
      if (!isPublished || known.current === null) return store(input, isGiven);
      const outcome = await actions.foresee({ assignmentId: known.current, input }).catch(() => null);
      if (!outcome?.ok) return refuse(outcome && outcome.error);
      if (outcome.value.length === 0) return store(input, false);
      setForeseen({ input, consequences: outcome.value });
    });
  const confirm = ({ input }: Foreseen) =>
    startTransition(async () => {
      await store(input, false);
      setForeseen(null);
    });
  return { save, confirm, foreseen, callOff: () => setForeseen(null), words, problem, clear, isSaving };
}
