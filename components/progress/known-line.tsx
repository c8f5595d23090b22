import { useTranslations } from "next-intl";
import Link from "next/link";

type KnownLineProps = { subject: { id: string; facts: number; recalled: number; due: number } };

/** How well the learner knows a subject, in one line that leads to its facts. */
export function KnownLine({ subject: { id, facts, recalled, due } }: KnownLineProps) {
  const t = useTranslations("progressNow.subject");
  return (
    <p className="mt-4">
      <Link href={`/progress/subjects/${id}`} prefetch={false} className="link inline-flex min-h-8 items-center">
        {t("line", { recalled: Math.round(recalled), facts, due })}
      </Link>
    </p>
  );
}
