import { useTranslations } from "next-intl";
import Link from "next/link";
import { LinkButton } from "@/components/ui/link-button";
import { unbroken } from "@/components/ui/unbroken";
import { formatEdtf } from "@/lib/facts/dates";
import { studyAddress } from "@/lib/questions/study-request";

type Target = { cards: number; fresh: number };

export type Outlook =
  | { kind: "reachable"; share: number; perDay: number; mean: number; today: Target; freshPerDay: number; freshDays: number }
  | { kind: "unreachable"; share: number; capacity: number; neededPerDay: number | null; earliestOn: string | null };

type ExamOutlookProps = { setId: string; outlook: Outlook };

/** Rounded down, so that no more is promised than is foretold. */
const percentOf = (share: number) => Math.floor(share * 100 + 1e-9);

/** What there is to do each day, or what can be reached instead. */
export function ExamOutlook({ setId, outlook }: ExamOutlookProps) {
  return outlook.kind === "reachable" ? <Reachable setId={setId} outlook={outlook} /> : <Unreachable outlook={outlook} />;
}

function Reachable({ setId, outlook }: { setId: string; outlook: Outlook & { kind: "reachable" } }) {
  const t = useTranslations("sets.plan");
  const { share, perDay, mean, today, freshPerDay, freshDays } = outlook;
  const address = studyAddress({ scope: { kind: "set", id: setId }, mode: "mix", length: { unit: "cards", count: today.cards } });
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="text-22">{t("today", today)}</p>
      {today.cards > 0 && (
        <LinkButton href={address} look="primary" prefetch={false} className="min-h-13 px-7 text-18">
          {t("doToday", { cards: today.cards })}
        </LinkButton>
      )}
      <ul className="flex flex-col gap-1 text-muted">
        <li>{perDay === 0 ? t("idle") : Math.round(mean) < perDay ? t("course", { mean: Math.round(mean), perDay }) : t("steady", { perDay })}</li>
        {freshDays > 0 && <li>{t("fresh", { fresh: Math.max(1, Math.round(freshPerDay)), days: freshDays })}</li>}
        <li>{t("share", { share: percentOf(share) })}</li>
      </ul>
    </div>
  );
}

function Unreachable({ outlook: { share, capacity, neededPerDay, earliestOn } }: { outlook: Outlook & { kind: "unreachable" } }) {
  const t = useTranslations("sets.plan");
  return (
    <div className="flex flex-col gap-3 border-l-2 border-wrong pl-4">
      <p className="text-18">{t("unreachable", { capacity })}</p>
      <ul className="flex flex-col gap-1">
        <li>{t("canReach", { share: percentOf(share) })}</li>
        {neededPerDay === null ? <li>{t("never")}</li> : <li>{t("needed", { cards: neededPerDay })}</li>}
        {earliestOn !== null && <li>{t("earliest", { date: unbroken(formatEdtf(earliestOn)) })}</li>}
      </ul>
      <p>
        <Link href="/settings" className="link">
          {t("load")}
        </Link>
      </p>
    </div>
  );
}
