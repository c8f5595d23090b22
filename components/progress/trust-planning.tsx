import { useFormatter, useTranslations } from "next-intl";

export type Planning = { intervals: readonly number[]; usual: readonly number[]; own: { since: string; lossBefore: number; lossAfter: number | null } | null };

/** So near is the same to a learner. */
const nearlyShare = 0.1;

/** No comma before "and"; the catalogue's plain "en" would put one. */
const lists = new Intl.ListFormat("en-GB");

/** Day before month, as everywhere in the app; learner's days are days of no zone. */
const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** What the app has learnt of the learner's memory, in days: more than a factor says. */
export function TrustPlanning({ planning: { intervals, usual, own } }: { planning: Planning }) {
  const t = useTranslations("progressTrust.planning");
  const format = useFormatter();
  const list = (days: readonly number[]) => lists.format(days.map((each) => format.number(each)));
  const loss = (value: number) => format.number(value, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  const isUsual = intervals.every((days, i) => Math.abs(days - usual[i]!) <= nearlyShare * usual[i]!);
  return (
    <div className="flex max-w-measure flex-col gap-2">
      <h3 className="text-18">{t("title")}</h3>
      {own && own.lossAfter !== null && <p>{t("own", { day: day.format(new Date(own.since)), before: loss(own.lossBefore), after: loss(own.lossAfter) })}</p>}
      <p>{isUsual ? t("asUsual", { days: list(intervals) }) : t("days", { days: list(intervals), usual: list(usual) })}</p>
    </div>
  );
}
