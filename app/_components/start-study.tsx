import { getTranslations } from "next-intl/server";
import { StartButton } from "@/components/account/start-button";

export async function StartStudy() {
  const t = await getTranslations("home");
  return (
    <StartButton
      label={t("studyNow")}
      labels={{ starting: t("starting"), failed: t("startFailed"), tooMany: t("tooManyGuests") }}
    />
  );
}
