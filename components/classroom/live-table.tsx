"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { browserNowMs } from "@/components/quiz/browser-clock";
import { clockText } from "@/components/quiz/countdown";
import { Table } from "@/components/ui/table";
import { percentOf } from "@/lib/classroom/gradebook";
import { inLiveOrder, type LivePupil, type LiveState as PupilState } from "@/lib/classroom/live-work";
import { StatusMark } from "./gradebook-marks";
import type { LiveState } from "./use-live-work";

const markOf = { "under-way": "under-way", "not-begun": "not-begun", "handed-in": "done", empty: "missed", excused: "excused" } as const satisfies Record<PupilState, string>;

/** How long ago the look was, in milliseconds, told anew each second. */
function useAge(heardMs: number): number {
  const [nowMs, setNowMs] = useState(heardMs);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(browserNowMs()), 1000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, nowMs - heardMs);
}

/** How everybody stands; time goes on between two looks by the server's clock. */
export function LiveTable({ state: { look, heardMs } }: { state: LiveState }) {
  const t = useTranslations("gradebook.live");
  const percent = useTranslations("gradebook.table");
  const nowMs = look.atMs + useAge(heardMs);
  const left = ({ state, endsAtMs }: LivePupil) => (state !== "under-way" ? "" : endsAtMs === null ? t("noLimit") : endsAtMs <= nowMs ? t("up") : clockText(endsAtMs - nowMs));
  const rows = inLiveOrder(look.pupils).map((pupil) => ({
    key: pupil.userId,
    cells: [
      <span key="name" className="block min-w-28 wrap-anywhere max-sm:line-clamp-3">{pupil.name}</span>,
      <span key="state" className="inline-flex items-center gap-1.5 whitespace-nowrap">
        <StatusMark of={markOf[pupil.state]} />
        {t(`states.${pupil.state}`)}
      </span>,
      pupil.questions === 0 ? "" : t("of", { answered: pupil.answered, questions: pupil.questions }),
      left(pupil),
      pupil.share === null || pupil.state === "under-way" ? "" : <span key="score" className="whitespace-nowrap">{percent("percent", { percent: percentOf(pupil.share) })}</span>,
    ],
  }));
  const columns = [{ heading: t("pupil") }, { heading: t("state") }, { heading: t("answered"), isNumber: true }, { heading: t("left"), isNumber: true }, { heading: t("score"), isNumber: true }];
  return <Table caption={t("caption")} isCaptionHidden columns={columns} rows={rows} />;
}
