import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_components/client-messages";
import { topicNames } from "@/app/_components/topic-names";
import { QuizForm } from "@/components/quiz-setup/quiz-form";
import { findEntity } from "@/lib/data/explore";
import type { QuizChoices } from "@/lib/data/quiz-home";
import type { ExtraTime } from "@/lib/quiz/extra-time";
import { quizForms, quizLengths, timeLimits, type QuizScope, type QuizSetup } from "@/lib/quiz/quiz-setup";

type SetUpQuizProps = { setup: QuizSetup; choices: QuizChoices; extraTime: ExtraTime | null; isSignedIn: boolean };

const limits = { count: quizLengths, ...timeLimits, forms: quizForms.length };

/** An address may name what is gone, or another learner's. */
function isThere(scope: QuizScope, { topics, sets }: QuizChoices, entity: string | null): boolean {
  if (scope.kind === "topics") return topics.some(({ id }) => scope.topics.includes(id));
  if (scope.kind === "set") return sets.some(({ id }) => id === scope.id);
  return scope.kind !== "entity" || entity !== null;
}

const entityName = async (scope: QuizScope) => (scope.kind === "entity" ? findEntity(scope.id).then(({ name }) => name, () => null) : null);

/** The form for a quiz, with everything by name. */
export async function SetUpQuiz({ setup, choices, extraTime, isSignedIn }: SetUpQuizProps) {
  const [topicName, t, entity] = await Promise.all([topicNames(), getTranslations("factHistory.answers.form"), entityName(setup.scope)]);
  const topics = choices.topics.map((topic) => ({ ...topic, name: topicName(topic.id) })).sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
  const scope: QuizScope = isThere(setup.scope, choices, entity) ? setup.scope : { kind: "all" };
  return (
    <ClientMessages names={["quizSetup"]}>
      <QuizForm
        key={JSON.stringify(setup)}
        setup={{ ...setup, scope }}
        choices={{ ...choices, topics, entity }}
        forms={quizForms.map((id) => ({ id, name: t(id) }))}
        limits={limits}
        extraTime={extraTime}
        isSignedIn={isSignedIn}
      />
    </ClientMessages>
  );
}
