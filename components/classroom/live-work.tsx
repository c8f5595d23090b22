"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { countStates, newsBetween } from "@/lib/classroom/live-work";
import { StatusShapes } from "./gradebook-marks";
import { LiveTable } from "./live-table";
import { useLiveWork, type LiveLook } from "./use-live-work";

/** More names at once are a number. */
const mostNamed = 3;

type LiveWorkProps = { assignmentId: string; first: LiveLook; timeZone: string };

/** Who has begun a quiz, is under way and has handed in, without reloading; what changes is said once. */
export function LiveWork({ assignmentId, first, timeZone }: LiveWorkProps) {
  const t = useTranslations("gradebook.live");
  const titleId = useId();
  const state = useLiveWork(assignmentId, first);
  const { look, before, isLost } = state;
  const counts = countStates(look.pupils);
  const news = before ? newsBetween(before.pupils, look.pupils) : [];
  const said = news.slice(0, mostNamed).map(({ kind, name }) => (kind === "begun" ? t("begun", { name }) : t("handedIn", { name })));
  const more = news.length > mostNamed ? [t("more", { count: news.length - mostNamed })] : [];
  const when = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium", timeZone });
  return (
    <section aria-labelledby={titleId} className="flex max-w-column flex-col gap-3">
      <StatusShapes />
      <h2 id={titleId} className="text-22">{t("title")}</h2>
      {look.pupils.length === 0 ? <p>{t("nobody")}</p> : <p className="tabular-nums">{t("counts", { underWay: counts["under-way"], notBegun: counts["not-begun"], handedIn: counts["handed-in"] })}</p>}
      <p role="status" className="min-h-6 text-14 text-muted">{[...said, ...more].join(" ")}</p>
      {isLost && <p role="alert" className="text-14 font-medium text-wrong">{t("lost", { when: when.format(look.atMs) })}</p>}
      {look.pupils.length > 0 && <LiveTable state={state} />}
    </section>
  );
}
