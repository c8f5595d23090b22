import { useTranslations } from "next-intl";
import { useId } from "react";
import { SubjectCounts, type CountedSubject } from "./subject-counts";

/** What a subject is joined with by facts: the lines of the map, to walk along. */
export function SubjectLinks({ subjects }: { subjects: readonly CountedSubject[] }) {
  const t = useTranslations("progressNow.subject");
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className="flex flex-col gap-3">
      <h2 id={titleId} className="text-22">
        {t("neighbours")}
      </h2>
      <SubjectCounts subjects={subjects} />
    </section>
  );
}
