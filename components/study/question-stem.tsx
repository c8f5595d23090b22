import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { unbroken } from "@/components/ui/unbroken";

const gap = /_{3,}/;

/** The question; a gap to fill is drawn as a line and read out as a word. */
export function QuestionStem({ stem }: { stem: string }) {
  const t = useTranslations("study");
  return unbroken(stem)
    .split(gap)
    .map((part, i) => (
      <Fragment key={i}>
        {i > 0 && (
          <span className="mx-1 inline-block min-w-24 border-b-2 border-current">
            <span className="sr-only">{t("gap")}</span>
            {"\u00a0"}
          </span>
        )}
        {part}
      </Fragment>
    ));
}
