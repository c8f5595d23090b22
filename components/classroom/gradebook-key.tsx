import { useTranslations } from "next-intl";
import { buttonStyle } from "@/components/ui/button-style";
import { workStatuses } from "@/lib/classroom/work";
import { StatusMark } from "./gradebook-marks";

/** What the marks stand for, what counts, and the table as a file. */
export function GradebookKey({ download }: { download: string }) {
  const t = useTranslations("gradebook");
  return (
    <div className="flex flex-col items-start gap-4">
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-14 text-muted">
        {workStatuses.map((status) => (
          <li key={status} className="inline-flex items-center gap-1.5">
            <StatusMark of={status} />
            {t(`status.${status}`)}
          </li>
        ))}
        <li className="inline-flex items-center gap-1.5">
          <StatusMark of="overridden" />
          {t("table.overridden")}
        </li>
      </ul>
      <p className="max-w-measure text-14 text-muted">{t("counts")}</p>
      <a href={download} download className={buttonStyle("secondary", "print:hidden")}>
        {t("export")}
      </a>
    </div>
  );
}
