import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { deleteAssignmentAction, drawQuestionsAction, publishAssignmentAction, withdrawAssignmentAction } from "../../actions";
import { assignmentTerms } from "../../_components/assignment-terms";
import { Goals } from "./goals";
import { Live } from "./live";
import { ClientMessages } from "@/app/_components/client-messages";
import { siteOrigin } from "@/app/_components/site-origin";
import { AssignmentButtons } from "@/components/classroom/assignment-buttons";
import { AssignmentCounts } from "@/components/classroom/assignment-counts";
import { AssignmentPaper } from "@/components/classroom/assignment-paper";
import { AssignmentTerms } from "@/components/classroom/assignment-terms";
import type { AssignmentPage, TaughtAssignment } from "@/lib/data/assignment-page";
import { assignmentQuestions } from "@/lib/data/assignment-questions";
import type { Viewer } from "@/lib/data/viewer";

type TaughtProps = { page: AssignmentPage & TaughtAssignment; viewer: Viewer };

const actions = { publish: publishAssignmentAction, withdraw: withdrawAssignmentAction, remove: deleteAssignmentAction, draw: drawQuestionsAction };

const planOf = ({ plan, paper, closesAt }: TaughtProps["page"]) =>
  plan.kind === "study" ? plan : { ...plan, questions: paper?.questions ?? plan.setup.count, timer: plan.setup.timer, closesAt };

/** An assignment as its teachers have it: what it asks for, how the class stands, and its questions. */
export async function Taught({ page, viewer }: TaughtProps) {
  const { id, classId, title, instructions, isPublished, isArchived, phase, counts, pupils, isForAll, plan } = page;
  const [t, site, origin, terms] = await Promise.all([getTranslations("assignments"), getTranslations("site"), siteOrigin(), assignmentTerms({ about: page.about, plan: planOf(page) }, page)]);
  const questions = plan.kind === "quiz" ? await assignmentQuestions(viewer, id) : [];
  const theirs = pupils.filter(({ status }) => status !== null);
  const whom = { name: t("terms.whom"), words: isForAll ? t("terms.all") : new Intl.ListFormat("en-GB").format(theirs.map(({ name }) => name)) };
  const link = (path: string, words: string) => (
    <Link href={`/classes/${classId}${path}` as Route} prefetch={false} className="link inline-flex min-h-11 items-center">
      {words}
    </Link>
  );
  // Before it opens the questions are what a teacher comes for; then who answers them.
  const paper = plan.kind === "quiz" && <AssignmentPaper assignmentId={id} questions={questions} mayDraw={!isPublished && !isArchived} draw={drawQuestionsAction} />;
  return (
    <div className="flex flex-col gap-10">
      <div className="flex flex-col gap-2">
        <h1 className="text-28 wrap-anywhere">{title}</h1>
        <p className="text-muted">{t(`phase.${isPublished ? phase : "draft"}`)}</p>
        {isPublished && <p className="tabular-nums"><AssignmentCounts counts={counts} pupils={theirs.length} /></p>}
      </div>
      <ClientMessages names={["assignments"]}>
        <AssignmentButtons
          assignmentId={id} classId={classId} isPublished={isPublished} isArchived={isArchived} begun={page.begun}
          link={`${origin}/classes/${classId}/assignments/${id}`} closeLabel={site("close")} actions={actions}
        />
        {(isPublished || page.begun > 0) && (
          <div className="-mt-6 flex flex-wrap gap-x-6">
            {isPublished && link("/gradebook", t("taught.gradebook"))}
            {plan.kind === "quiz" && page.begun > 0 && link(`/assignments/${id}/analysis`, t("taught.analysis"))}
          </div>
        )}
        <AssignmentTerms terms={[...terms, whom]} instructions={instructions} />
        {phase === "ahead" && paper}
        {plan.kind === "quiz" && isPublished && !isArchived && <Live assignmentId={id} viewer={viewer} />}
        {plan.kind === "study" && isPublished && <Goals assignmentId={id} viewer={viewer} />}
        {phase !== "ahead" && paper}
      </ClientMessages>
    </div>
  );
}
