import { getTranslations } from "next-intl/server";
import { foreseeChangeAction, reckonGoalAction, saveAssignmentAction } from "../actions";
import { ClientMessages } from "@/app/_components/client-messages";
import { topicNames } from "@/app/_components/topic-names";
import { AssignmentForm } from "@/components/classroom/assignment-form";
import type { AssignmentStart } from "@/components/classroom/assignment-form-props";
import type { AssignmentChoices } from "@/lib/data/assignment-choices";
import { quizForms, quizLengths, timeLimits } from "@/lib/quiz/quiz-setup";

type AssignmentEditorProps = { classId: string; assignmentId: string | null; isPublished: boolean; start: AssignmentStart; known: AssignmentChoices; aboutName: string | null };

const limits = { count: quizLengths, ...timeLimits, forms: quizForms.length };

/** The set of an assignment stays in the choice, also one that only another teacher may use; so does its subject. */
function withChosen({ choices }: AssignmentChoices, { quiz: { setup } }: AssignmentStart, aboutName: string | null) {
  const { scope } = setup;
  const isMissing = scope.kind === "set" && !choices.sets.some(({ id }) => id === scope.id);
  const sets = isMissing && aboutName !== null ? [...choices.sets, { id: scope.id, name: aboutName, facts: 0 }] : choices.sets;
  return { ...choices, sets, entity: scope.kind === "entity" ? aboutName : null };
}

/** The form of an assignment, with everything by name. */
export async function AssignmentEditor({ classId, assignmentId, isPublished, start, known, aboutName }: AssignmentEditorProps) {
  const [topicName, formName, site] = await Promise.all([topicNames(), getTranslations("factHistory.answers.form"), getTranslations("site")]);
  const choices = withChosen(known, start, aboutName);
  const topics = choices.topics.map((topic) => ({ ...topic, name: topicName(topic.id) })).sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
  return (
    <ClientMessages names={["assignments", "quizSetup"]}>
      <AssignmentForm
        classId={classId}
        assignmentId={assignmentId}
        isPublished={isPublished}
        start={start}
        choices={{ ...choices, topics }}
        forms={quizForms.map((id) => ({ id, name: formName(id) }))}
        limits={limits}
        pupils={[...known.pupils].sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }))}
        closeLabel={site("close")}
        actions={{ save: saveAssignmentAction, foresee: foreseeChangeAction, reckon: reckonGoalAction }}
      />
    </ClientMessages>
  );
}
