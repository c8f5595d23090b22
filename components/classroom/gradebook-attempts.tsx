import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import { percentOf } from "@/lib/classroom/gradebook";
import type { ShownDetails } from "./use-cell-details";

/** What the pupil did: the attempts at a quiz, or how far studying has come. */
export function GradebookAttempts({ details }: { details: ShownDetails }) {
  const t = useTranslations("gradebook.panel");
  const percent = useTranslations("gradebook.table");
  const { attemptList, kind, reckoned, doneAtMs, timeZone } = details;
  const when = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone });
  if (kind === "study") {
    return (
      <div className="flex flex-col gap-1">
        {reckoned !== null && <p>{t("study", { percent: percentOf(reckoned) })}</p>}
        {doneAtMs !== null && <p>{t("reached", { when: when.format(doneAtMs) })}</p>}
      </div>
    );
  }
  if (attemptList.length === 0) return <p>{t("noAttempts")}</p>;
  const ended = ({ state, closedAtMs }: ShownDetails["attemptList"][number]) =>
    state === "in_progress" ? t("underWay") : state === "abandoned" ? t("empty") : when.format(closedAtMs ?? 0);
  const score = ({ state, share }: ShownDetails["attemptList"][number]) => {
    if (share !== null) return <span className="whitespace-nowrap">{percent("percent", { percent: percentOf(share) })}</span>;
    return state === "submitted" ? t("notGraded") : percent("none");
  };
  const columns = [{ heading: t("number") }, { heading: t("begun") }, { heading: t("handedIn") }, { heading: t("score"), isNumber: true }];
  const rows = attemptList.map((attempt, i) => ({ key: attempt.id, cells: [i + 1, when.format(attempt.startedAtMs), ended(attempt), score(attempt)] }));
  return <Table caption={t("attempts")} isCaptionHidden columns={columns} rows={rows} />;
}
