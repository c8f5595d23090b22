import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import type { ReactNode } from "react";
import { AssignmentDueList } from "@/components/classroom/assignment-due-list";
import { AssignmentTaughtList } from "@/components/classroom/assignment-taught-list";
import { LinkButton } from "@/components/ui/link-button";
import { classWork, type ClassWork as Work } from "@/lib/data/assignment-class";
import type { DueItem } from "@/lib/data/assignment-due";
import type { Viewer } from "@/lib/data/viewer";

type ClassWorkProps = { classId: string; viewer: Viewer; isArchived: boolean };

/** The work of a class, for those who give it and for those who do it. */
export async function ClassWork({ classId, viewer, isArchived }: ClassWorkProps) {
  const work = await classWork(viewer, classId, new Date());
  return work.standing === "teacher" ? <TaughtWork classId={classId} work={work} isArchived={isArchived} /> : <GivenWork classId={classId} work={work} isArchived={isArchived} />;
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <h2 id={id} className="text-18">
        {title}
      </h2>
      {children}
    </section>
  );
}

async function TaughtWork({ classId, work: { assignments, timeZone }, isArchived }: { classId: string; work: Work & { standing: "teacher" }; isArchived: boolean }) {
  const t = await getTranslations("assignments.work");
  const parts = {
    drafts: assignments.filter(({ isPublished }) => !isPublished),
    running: assignments.filter(({ isPublished, phase }) => isPublished && phase !== "closed"),
    closed: assignments.filter(({ isPublished, phase }) => isPublished && phase === "closed"),
  };
  return (
    <div className="flex flex-col gap-8">
      {assignments.length === 0 && <p className="max-w-measure">{t("noneTaught")}</p>}
      {!isArchived && (
        <LinkButton href={`/classes/${classId}/assignments/new` as Route} prefetch={false} look="primary" className="min-h-13 self-start px-7 text-18 print:hidden">
          {t("new")}
        </LinkButton>
      )}
      {(["running", "drafts", "closed"] as const).map((part) => parts[part].length > 0 && (
        <Part key={part} id={`work-${part}`} title={t(part)}>
          <AssignmentTaughtList classId={classId} items={parts[part]} timeZone={timeZone} />
        </Part>
      ))}
    </div>
  );
}

const isOver = ({ status, phase }: DueItem) => status === "done" || status === "late" || status === "excused" || phase === "closed";

async function GivenWork({ classId, work: { items, timeZone }, isArchived }: { classId: string; work: Work & { standing: "pupil" }; isArchived: boolean }) {
  const t = await getTranslations("assignments.work");
  const parts = {
    due: items.filter((item) => item.phase !== "ahead" && !isOver(item)),
    coming: items.filter((item) => item.phase === "ahead" && !isOver(item)),
    over: items.filter(isOver),
  };
  return (
    <div className="flex flex-col gap-8">
      {parts.due.length === 0 && <p>{t(items.length === 0 ? "noneGiven" : "allDone")}</p>}
      {(["due", "coming", "over"] as const).map((part) => parts[part].length > 0 && (
        <Part key={part} id={`work-${part}`} title={t(part)}>
          <AssignmentDueList items={parts[part]} timeZone={timeZone} isNamingClass={false} />
        </Part>
      ))}
      {items.length > 0 && !isArchived && (
        <Link href={`/progress?class=${classId}`} prefetch={false} className="link inline-flex min-h-11 items-center self-start">
          {t("progress")}
        </Link>
      )}
    </div>
  );
}
