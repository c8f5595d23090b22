import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { assignmentTerms } from "../../_components/assignment-terms";
import { ClientMessages } from "@/app/_components/client-messages";
import { AssignmentAttempts } from "@/components/classroom/assignment-attempts";
import { AssignmentBegin } from "@/components/classroom/assignment-begin";
import { AssignmentShare } from "@/components/classroom/assignment-share";
import { AssignmentTerms } from "@/components/classroom/assignment-terms";
import { LinkButton } from "@/components/ui/link-button";
import type { AssignmentPage, GivenAssignment } from "@/lib/data/assignment-page";
import { studyAddress } from "@/lib/questions/study-request";

/** An assignment as a pupil has it: what, until when, and the one thing to do now. */
export async function Given({ page }: { page: AssignmentPage & GivenAssignment }) {
  const { id, classId, title, instructions, timeZone, phase, item, attempts, isArchived } = page;
  const { work, about, status } = item;
  const t = await getTranslations("assignments");
  const plan = work.kind === "quiz" ? { ...work, closesAt: page.closesAt } : work;
  const terms = await assignmentTerms({ about, plan }, page);
  const isOpen = !isArchived && (phase === "open" || phase === "late");
  return (
    <div className="flex max-w-column flex-col gap-8">
      <div className="flex flex-col gap-2">
        <h1 className="text-28 wrap-anywhere">{title}</h1>
        <p className="text-muted">{phase === "late" && status === "missed" ? t("given.stillTaken") : t(`given.status.${status}`)}</p>
      </div>
      {!isOpen && <p>{isArchived ? t("given.archived") : t(`given.phase.${phase === "ahead" ? "ahead" : "closed"}`)}</p>}
      {work.kind === "study" && <AssignmentShare share={work.share} goal={work.goal} reachedAt={work.reachedAt} timeZone={timeZone} />}
      {work.kind === "study" && isOpen && (
        <LinkButton href={studyAddress({ scope: { kind: "assignment", id }, mode: "mix", length: null })} rel="nofollow" prefetch={false} look="primary" className="min-h-13 self-start px-7 text-18">
          {t("given.study")}
        </LinkButton>
      )}
      {work.kind === "quiz" && (
        <ClientMessages names={["assignments", "quizSetup"]}>
          <AssignmentBegin assignmentId={id} isOpen={isOpen} openAttemptId={work.openAttemptId} attemptsLeft={work.attemptsLeft} />
        </ClientMessages>
      )}
      <AssignmentTerms terms={terms} instructions={instructions} />
      {attempts.length > 0 && <AssignmentAttempts attempts={attempts} timeZone={timeZone} />}
      <Link href={`/classes/${classId}` as Route} className="link inline-flex min-h-11 items-center self-start">
        {t("given.all")}
      </Link>
    </div>
  );
}
