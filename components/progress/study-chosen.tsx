import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { studyAddress, type StudyScope } from "@/lib/questions/study-request";

/** `named`: of a class, so many facts that wait are named. */
export type ChosenStudy = { about: "all" | "set" | "class"; scope: StudyScope; named: number };

/** To study what the figures are about. */
export function StudyChosen({ study: { about, scope, named } }: { study: ChosenStudy }) {
  const t = useTranslations("progressComing.study");
  return (
    <LinkButton prefetch={false} rel="nofollow" href={studyAddress({ scope, mode: "mix", length: null })}>
      {t(about, { named })}
    </LinkButton>
  );
}
