import { getTranslations } from "next-intl/server";
import { NoticeToast } from "@/components/account/notice-toast";

const notices = { "signed-in": "notice.signedIn", "signed-up": "notice.signedUp", "signed-out": "notice.signedOut", deleted: "notice.deleted" } as const;

const isNotice = (text: unknown): text is keyof typeof notices => typeof text === "string" && text in notices;

/** Says what the page before has done; the address carries it, since signing in and out load the page anew. */
export async function HomeNotice({ notice }: { notice: string | string[] | undefined }) {
  if (!isNotice(notice)) return null;
  const [t, site] = await Promise.all([getTranslations("home"), getTranslations("site")]);
  return <NoticeToast text={t(notices[notice])} closeLabel={site("close")} />;
}
