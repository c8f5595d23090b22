import { useFormatter, useTranslations } from "next-intl";

type Outcome = "accepted" | "not-better" | "too-few" | "unusable" | "unavailable";
export type ShownTrial = { id: string; triedAt: Date; itemCount: number; lossBefore: number; lossAfter: number | null; outcome: Outcome; version: number | null };

/** Day before month, as everywhere in the app; the catalogue's plain "en" would put the month first. */
const dayIn = (timeZone: string) => new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone });

/** The trials of parameters, each with its reason in words. A list rather than a table: the reasons are sentences, and phones are narrow. */
export function TrialList({ trials, timeZone }: { trials: readonly ShownTrial[]; timeZone: string }) {
  const t = useTranslations("settings.memory");
  const format = useFormatter();
  const day = dayIn(timeZone);
  const loss = (value: number) => format.number(value, { minimumFractionDigits: 4, maximumFractionDigits: 4 });
  if (trials.length === 0) return <p className="text-muted">{t("noTrials")}</p>;
  return (
    <>
      <ol className="flex flex-col">
        {trials.map(({ id, triedAt, itemCount, lossBefore, lossAfter, outcome, version }) => (
          <li key={id} className="flex flex-col gap-1 border-t border-line py-3 first:border-t-0">
            <p className="text-14 text-muted tabular-nums">
              <time dateTime={triedAt.toISOString()}>{day.format(triedAt)}</time>
              {" · "}
              {t("items", { count: itemCount })}
            </p>
            <p>{t(`outcome.${outcome}`, { version: version ?? 0 })}</p>
            {lossAfter !== null && <p className="text-14 text-muted tabular-nums">{t("loss", { before: loss(lossBefore), after: loss(lossAfter) })}</p>}
          </li>
        ))}
      </ol>
      <p className="max-w-measure text-14 text-muted">{t("lossHint")}</p>
    </>
  );
}
