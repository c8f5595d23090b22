import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StaticSvg } from "@/components/ui/static-svg";
import { unbroken } from "@/components/ui/unbroken";

export type ShownMissed = { factId: string; statement: string; asked: number; wrong: number; confusions: { right: string; named: string; pupils: number }[] };

const length = 200;

/** Facts that are often wrong, with what they are taken for; `children`: what can be done about them. */
export function KnowsMissed({ missed, children }: { missed: readonly ShownMissed[]; children: ReactNode }) {
  const t = useTranslations("analysis.knows.missed");
  return (
    <section aria-labelledby="missed" className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <h2 id="missed" className="text-22">{t("title")}</h2>
        <p className="text-muted">{missed.length === 0 ? t("none") : t("lead")}</p>
      </div>
      {missed.length > 0 && (
        <ol className="flex flex-col border-t border-line">
          {missed.map(({ factId, statement, asked, wrong, confusions }) => (
            <li key={factId} className="grid gap-x-8 gap-y-1 border-b border-line py-3 sm:grid-cols-[minmax(0,1fr)_13rem]">
              <div className="flex min-w-0 flex-col gap-1">
                <p className="wrap-anywhere">{unbroken(statement)}</p>
                {confusions.map(({ right, named, pupils }) => (
                  <p key={`${right} ${named}`} className="text-14 text-muted wrap-anywhere">{unbroken(t("confusion", { pupils, asked, named, right }))}</p>
                ))}
              </div>
              <div className="flex flex-col gap-1 text-14 tabular-nums">
                <span>{t("wrong", { wrong, asked })}</span>
                <StaticSvg>
                  <svg aria-hidden viewBox={`0 0 ${length} 6`} preserveAspectRatio="none" className="h-1.5 w-full rounded-key bg-sunken">
                    <rect width={Math.round((length * wrong) / asked)} height="6" className="fill-chart-2 forced-colors:fill-[CanvasText]" />
                  </svg>
                </StaticSvg>
              </div>
            </li>
          ))}
        </ol>
      )}
      {missed.length > 0 && children}
    </section>
  );
}
