import { useTranslations } from "next-intl";

/** Says how long something took, to the second. */
export function useDuration(): (ms: number) => string {
  const t = useTranslations("quizResults.duration");
  return (ms) => {
    const all = Math.round(ms / 1000);
    const [hours, minutes, seconds] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
    if (hours > 0) return minutes > 0 ? t("hoursMinutes", { hours, minutes }) : t("hours", { hours });
    if (minutes > 0) return seconds > 0 ? t("minutesSeconds", { minutes, seconds }) : t("minutes", { minutes });
    return t("seconds", { seconds });
  };
}
