"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { SetupLength } from "@/components/quiz-setup/setup-length";
import { SetupMore } from "@/components/quiz-setup/setup-more";
import { SetupScope } from "@/components/quiz-setup/setup-scope";
import { SetupTimer } from "@/components/quiz-setup/setup-timer";
import { useUsualTime } from "@/components/quiz-setup/use-usual-time";
import type { SetupField } from "@/components/quiz-setup/read-setup-form";
import { AssignmentBar } from "./assignment-bar";
import { AssignmentConsequences } from "./assignment-consequences";
import type { AssignmentFormProps, FieldWords } from "./assignment-form-props";
import { AssignmentGoal } from "./assignment-goal";
import { AssignmentHead } from "./assignment-head";
import { AssignmentPupils } from "./assignment-pupils";
import { AssignmentRules } from "./assignment-rules";
import { AssignmentTimes } from "./assignment-times";
import { unreadTimes, readAssignmentForm, type AssignmentField } from "./read-assignment-form";
import { useAssignmentSave } from "./use-assignment-save";

/** Fields of questions, which have words of their own. */
const setupFields: readonly string[] = ["topics", "otherCount", "minutes", "seconds", "forms"] satisfies SetupField[];

/** All fields are the browser's own; they are read when something is done with them. */
export function AssignmentForm(props: AssignmentFormProps) {
  const { classId, isPublished, start, choices, forms, limits, pupils, closeLabel, actions } = props;
  const t = useTranslations("assignments.form");
  const form = useRef<HTMLFormElement>(null);
  const followCount = useUsualTime(start.quiz.setup);
  const [faults, setFaults] = useState<readonly AssignmentField[]>([]);
  const { save, confirm, foreseen, callOff, words, problem, clear, isSaving } = useAssignmentSave(props);

  useEffect(() => {
    const field = form.current?.querySelector<HTMLElement>("[aria-invalid=true]");
    if (!field) return;
    field.closest("details")?.setAttribute("open", "");
    field.focus();
  }, [faults, words]);

  /** `title`: to be taken for one that is not there yet. */
  const read = (title = "") => {
    const data = new FormData(form.current!);
    if (String(data.get("title") ?? "").trim() === "") data.set("title", title);
    const unread = unreadTimes(form.current!);
    const result = readAssignmentForm(data, limits, start.timeZone);
    clear();
    setFaults([...unread, ...(result.ok ? [] : result.error)]);
    return result.ok && unread.length === 0 ? result.value : null;
  };
  const submit = (isGiven: boolean) => {
    const input = isSaving ? null : read();
    if (input) save(input, isGiven);
  };
  const wordsAt: FieldWords = (field) => words[field] ?? (faults.includes(field) ? t(`fault.${field}`) : undefined);
  const setupFaults = faults.filter((field): field is SetupField => setupFields.includes(field));
  const { setup } = start.quiz;
  return (
    <form
      ref={form}
      noValidate
      onChange={followCount}
      onSubmit={(event) => {
        event.preventDefault();
        submit(false);
      }}
      className="group/form flex flex-col gap-10 [&_input]:scroll-mb-32"
    >
      <AssignmentHead start={start} wordsAt={wordsAt} />
      <SetupScope chosen={setup.scope} choices={choices} hasFault={setupFaults.includes("topics")} />
      <div className="hidden flex-col gap-8 group-has-[input[value=quiz]:checked]/form:flex">
        <SetupLength chosen={setup.count} range={limits.count} hasFault={setupFaults.includes("otherCount")} />
        <SetupTimer chosen={setup.timer} count={setup.count} faults={setupFaults} />
        <AssignmentRules chosen={start.quiz} />
        <SetupMore chosen={setup} forms={forms} hasFault={setupFaults.includes("forms")} />
      </div>
      <AssignmentGoal classId={classId} goal={start.goal} wordsAt={wordsAt} read={() => read(t("untitled"))} reckon={actions.reckon} />
      <AssignmentTimes start={start} wordsAt={wordsAt} />
      <AssignmentPupils start={start} pupils={pupils} wordsAt={wordsAt} />
      <AssignmentBar isPublished={isPublished} isSaving={isSaving} problem={foreseen ? null : problem} onGive={() => submit(true)} />
      {foreseen && <AssignmentConsequences foreseen={foreseen} closeLabel={closeLabel} isSaving={isSaving} problem={problem} onConfirm={() => confirm(foreseen)} onClose={callOff} />}
    </form>
  );
}
