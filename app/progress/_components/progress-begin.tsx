import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { StartStudy } from "@/app/_components/start-study";
import { LinkButton } from "@/components/ui/link-button";
import { fewestToJudge } from "@/lib/progress/forecast-verdict";

/** Before the first answer: each question with what its answer will be, and when. */
export async function ProgressBegin({ isSignedIn }: { isSignedIn: boolean }) {
  const [t, now, learning, trust, coming, weak, home, site] = await Promise.all([
    getTranslations("progress.begin"), getTranslations("progressNow"), getTranslations("progressLearning"), getTranslations("progressTrust"),
    getTranslations("progressComing"), getTranslations("progressWeak"), getTranslations("home"), getTranslations("site"),
  ]);
  const questions = [
    { question: now("title"), answer: t("now") },
    { question: learning("title"), answer: t("learning") },
    { question: trust("title"), answer: t("trust", { needed: fewestToJudge }) },
    { question: coming("title"), answer: t("coming") },
    { question: weak("title"), answer: t("weak") },
  ];
  return (
    <>
      <div className="flex flex-col items-start gap-5">
        <p className="max-w-measure text-18">{t("lead")}</p>
        {isSignedIn ? (
          <LinkButton href="/study" look="primary" className="min-h-13 px-7 text-18">
            {home("studyNow")}
          </LinkButton>
        ) : (
          <>
            <StartStudy />
            <Link href="/sign-in" className="link inline-flex min-h-11 items-center">
              {site("signIn")}
            </Link>
          </>
        )}
      </div>
      <dl className="flex max-w-measure flex-col">
        {questions.map(({ question, answer }) => (
          <div key={question} className="flex flex-col gap-1 border-t border-line py-5">
            <dt className="text-14 font-medium text-muted">{question}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
