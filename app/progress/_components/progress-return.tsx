import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/link-button";
import { studyAddress } from "@/lib/questions/study-request";

/** Away for so long, one wants to be told where to take up again. */
const longAwayDays = 30;
const wayIn = studyAddress({ scope: { kind: "weak" }, mode: "mix", length: { unit: "cards", count: 10 } });

export async function ProgressReturn({ daysAway }: { daysAway: number }) {
  if (daysAway < longAwayDays) return null;
  const t = await getTranslations("progress.return");
  return (
    <div className="flex flex-col items-start gap-4 rounded-control border border-line bg-surface p-5 print:hidden">
      <p className="max-w-measure">{t("lead", { days: daysAway })}</p>
      <LinkButton href={wayIn} prefetch={false}>
        {t("start")}
      </LinkButton>
    </div>
  );
}
