import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { LinkButton } from "@/components/ui/link-button";
import { StartStudy } from "@/app/_components/start-study";

type HomeWelcomeProps = { summary: { due: number; fresh: number; begun: number } | null; recall: { facts: number; recalled: number } | null; hasExams: boolean; isGuest: boolean };

const heading = "text-28 sm:text-36";

/** One action, by what the learner has to do now. */
export async function HomeWelcome({ summary, recall, hasExams, isGuest }: HomeWelcomeProps) {
  const t = await getTranslations("home");
  if (!summary || summary.begun === 0) {
    return (
      <section className="flex flex-col items-start gap-5">
        <h1 className={heading}>{t("title")}</h1>
        <p className="max-w-measure text-18">{t("lead")}</p>
        {summary ? <StudyLink label={t("studyNow")} /> : <StartStudy />}
        {summary && <ChooseLink label={t("choose")} />}
        {!summary && <p className="text-14 text-muted">{t("noAccountNeeded")}</p>}
      </section>
    );
  }
  const { due, fresh } = summary;
  const title = due > 0 ? t("dueTitle", { due }) : fresh > 0 ? t("readyTitle") : t("doneTitle");
  return (
    <section className="flex flex-col items-start gap-5">
      <h1 className={heading}>{title}</h1>
      {due + fresh === 0 ? (
        <>
          <p className="text-18">{t(hasExams ? "leadDoneWithExams" : "leadDone")}</p>
          <LinkButton href="/explore" look="primary" className="min-h-13 px-7 text-18">
            {t("lookAround")}
          </LinkButton>
        </>
      ) : (
        <>
          <p className="text-18">{t("leadMember")}</p>
          <StudyLink label={due > 0 ? t("continue", { due }) : t("learnNew", { fresh })} />
        </>
      )}
      <div className="flex flex-wrap gap-x-6">
        <ChooseLink label={t("choose")} />
        {recall && (
          <Link href="/progress" className="link inline-flex min-h-11 items-center">
            {t("recall", { recalled: Math.round(recall.recalled), facts: recall.facts })}
          </Link>
        )}
      </div>
      {isGuest && (
        <p className="text-muted">{t.rich("leadGuest", { signUp: (text) => <Link href="/sign-up" className="link">{text}</Link> })}</p>
      )}
    </section>
  );
}

function StudyLink({ label }: { label: string }) {
  return (
    <LinkButton href="/study" look="primary" className="min-h-13 px-7 text-18">
      {label}
    </LinkButton>
  );
}

function ChooseLink({ label }: { label: string }) {
  return (
    <Link href="/study/choose" className="link inline-flex min-h-11 items-center">
      {label}
    </Link>
  );
}
