import { useTranslations } from "next-intl";

export type CountedSubject = { id: string; name: string; facts: number; recalled: number };

/** The looks of the links and their texts stand on the list: written in each of hundreds of rows they would be most of the page. */
const looks =
  "grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3 [&_a]:flex [&_a]:min-h-11 [&_a]:items-baseline [&_a]:justify-between [&_a]:gap-3 [&_a]:py-2 [&_a]:hover:text-accent [&_span]:min-w-0 [&_span+span]:shrink-0 [&_span+span]:text-14 [&_span+span]:text-muted [&_span+span]:tabular-nums";

/** Subjects with how many of their facts would be recalled; each leads to these facts. */
export function SubjectCounts({ subjects }: { subjects: readonly CountedSubject[] }) {
  const t = useTranslations("progressNow.bars");
  return (
    <ul className={looks}>
      {subjects.map(({ id, name, facts, recalled }) => (
        <li key={id}>
          <a href={`/progress/subjects/${id}`}>
            <span>{name}</span>
            <span>{t("of", { recalled: Math.round(recalled), facts })}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
