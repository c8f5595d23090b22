import { useTranslations } from "next-intl";
import { showJoinCode } from "@/lib/classroom/join-code";
import type { ForClass } from "./class-actions";
import { ClassJoinButtons } from "./class-join-buttons";
import { ClassQr } from "./class-qr";

type ClassJoinPanelProps = { classId: string; name: string; joinCode: string | null; origin: string; closeLabel: string; changeCode: ForClass; closeCode: ForClass };

/** How pupils come into the class: code, link and QR code. */
export function ClassJoinPanel({ classId, name, joinCode, origin, closeLabel, changeCode, closeCode }: ClassJoinPanelProps) {
  const t = useTranslations("classes.join");
  const link = joinCode && `${origin}/join/${joinCode}`;
  const shared = { classId, closeLabel, changeCode, closeCode };
  return (
    <section aria-labelledby="how-to-join" className="flex flex-col gap-5 rounded-control border border-line bg-surface p-5 sm:flex-row sm:items-start sm:justify-between print:hidden">
      <div className="flex min-w-0 flex-col gap-4">
        <div className="flex flex-col gap-1">
          <h2 id="how-to-join" className="text-18">
            {t("title")}
          </h2>
          <p className="text-muted">{joinCode ? t("lead") : t("closed")}</p>
        </div>
        {link && (
          <dl className="flex flex-col gap-3">
            <div>
              <dt className="text-14 text-muted">{t("codeIs")}</dt>
              <dd className="text-36 font-semibold tracking-wide tabular-nums">{showJoinCode(joinCode)}</dd>
            </div>
            <div>
              <dt className="text-14 text-muted">{t("link")}</dt>
              <dd className="wrap-anywhere">{link}</dd>
            </div>
          </dl>
        )}
        <ClassJoinButtons {...shared} shown={link ? { link, code: showJoinCode(joinCode), name, address: `${new URL(origin).host}/join`, qr: <ClassQr text={link} label={t("qr")} className="block w-full" /> } : null} />
      </div>
      {link && <ClassQr text={link} label={t("qr")} className="block aspect-square w-40 max-w-full shrink-0 overflow-hidden rounded-key border border-line" />}
    </section>
  );
}
