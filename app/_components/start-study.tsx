import { getTranslations } from "next-intl/server";
import { StartButton } from "@/components/account/start-button";
import type { studyAddress } from "@/lib/questions/study-request";

/** `to`: the session that is opened then. */
export async function StartStudy({ to }: { to?: ReturnType<typeof studyAddress> }) {
  const t = await getTranslations("home");
  return (
    <StartButton
      label={t("studyNow")}
      to={to}
      labels={{ starting: t("starting"), failed: t("startFailed"), tooMany: t("tooManyGuests") }}
    />
  );
}
