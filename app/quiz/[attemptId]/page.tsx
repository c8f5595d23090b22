import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { ClassLine } from "../_components/class-line";
import { ClientMessages } from "@/app/_components/client-messages";
import { orNotFound } from "@/app/_components/or-not-found";
import { saveShortcutsAction } from "@/app/study/actions";
import { QuizTaking } from "@/components/quiz/quiz-taking";
import { currentUser } from "@/lib/auth/current-user";
import { workOfAttempt } from "@/lib/data/assignment-attempt";
import { databaseClock } from "@/lib/data/database-clock";
import { runningQuiz } from "@/lib/data/quiz-running";
import { getSettings } from "@/lib/data/settings";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("quiz");
  return { title: t("title") };
}

export default async function QuizTakingPage({ params }: { params: Promise<{ attemptId: string }> }) {
  const [user, { attemptId }, site] = await Promise.all([currentUser(), params, getTranslations("site")]);
  if (!user) redirect("/quiz");
  const [running, { hasShortcuts }, work] = await Promise.all([orNotFound(runningQuiz(user, attemptId, databaseClock)), getSettings(user), workOfAttempt(user, attemptId)]);
  if ("closed" in running) redirect(`/quiz/${attemptId}/results`);
  return (
    <div className="mx-auto max-w-column">
      {work && <ClassLine work={work} />}
      <ClientMessages names={["study", "quiz"]}>
        <QuizTaking running={running} closeLabel={site("close")} hasShortcuts={hasShortcuts} saveShortcuts={saveShortcutsAction} />
      </ClientMessages>
    </div>
  );
}
