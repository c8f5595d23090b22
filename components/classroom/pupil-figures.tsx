import { useTranslations } from "next-intl";
import { formatPoints } from "@/components/quiz-results/format-points";
import { useDuration } from "@/components/quiz-results/use-duration";
import { percentOf } from "@/lib/classroom/gradebook";

type ShownFigures = { startedAt: Date; closedAt: Date; spentMs: number; points: number; mostPoints: number; share: number };

/** When an attempt was made, what it brought and how long it took. */
export function PupilFigures({ attempt: { startedAt, closedAt, spentMs, points, mostPoints, share }, timeZone }: { attempt: ShownFigures; timeZone: string }) {
  const t = useTranslations("analysis.pupil");
  const duration = useDuration();
  const when = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone });
  return (
    <p className="tabular-nums">
      {mostPoints > 0 && t("figures", { points: formatPoints(points), most: formatPoints(mostPoints), percent: percentOf(share), time: duration(spentMs) })}{" "}
      {t("closed", { begun: when.format(startedAt), ended: when.format(closedAt) })}
    </p>
  );
}
