import { getTranslations } from "next-intl/server";
import { DayForm } from "@/components/settings/day-form";
import { ExtraTimeForm } from "@/components/settings/extra-time-form";
import { LoadForm } from "@/components/settings/load-form";
import { MemoryReport } from "@/components/settings/memory-report";
import { OwnData } from "@/components/settings/own-data";
import { RetentionForm } from "@/components/settings/retention-form";
import { SettingSection } from "@/components/settings/setting-section";
import { ShortcutsSwitch } from "@/components/settings/shortcuts-switch";
import { SuspendedList } from "@/components/settings/suspended-list";
import type { CurrentUser } from "@/lib/auth/current-user";
import { listSuspended } from "@/lib/data/fact-choices";
import { classesWithoutViewer } from "@/lib/data/own-data";
import { memoryReport } from "@/lib/data/parameters";
import { accommodationOf } from "@/lib/data/quiz-accommodation";
import { getSettings, retentionCosts } from "@/lib/data/settings";
import { changeExtraTimeAction, changeSettingsAction, chooseParametersAction, deleteAccountAction, resumeFactAction } from "../actions";

export async function SettingSections({ user }: { user: CurrentUser }) {
  const [t, site, settings, extraTime, costs, suspended, report, classes] = await Promise.all([
    getTranslations("settings"), getTranslations("site"), getSettings(user), accommodationOf(user), retentionCosts(user), listSuspended(user), memoryReport(user), classesWithoutViewer(user),
  ]);
  const { timeZone, dayStartHour, desiredRetention, hasShortcuts } = settings;
  return (
    <>
      {user.isGuest && <p className="max-w-measure text-muted">{t("start.guest")}</p>}
      <SettingSection title={t("load.title")} lead={t("load.lead")}>
        <LoadForm settings={settings} save={changeSettingsAction} />
      </SettingSection>
      <SettingSection title={t("retention.title")} lead={t("retention.lead")}>
        <RetentionForm retention={desiredRetention} costs={costs} save={changeSettingsAction} />
      </SettingSection>
      <SettingSection title={t("day.title")} lead={t("day.lead")}>
        <DayForm timeZone={timeZone} dayStartHour={dayStartHour} save={changeSettingsAction} />
      </SettingSection>
      <SettingSection title={t("extraTime.title")} lead={t("extraTime.lead")}>
        <ExtraTimeForm extraTime={extraTime} save={changeExtraTimeAction} />
      </SettingSection>
      <SettingSection title={t("keys.title")}>
        <ShortcutsSwitch isOn={hasShortcuts} save={changeSettingsAction} />
      </SettingSection>
      <SettingSection title={t("suspended.title")} lead={t("suspended.lead")}>
        <SuspendedList facts={suspended.map(({ factId, subject, about }) => ({ factId, subject, about }))} resume={resumeFactAction} />
      </SettingSection>
      <SettingSection title={t("memory.title")}>
        <MemoryReport report={report} timeZone={timeZone} choose={chooseParametersAction} />
      </SettingSection>
      <SettingSection title={t("data.title")} lead={t("data.lead")}>
        <OwnData userName={user.userName} closeLabel={site("close")} classes={classes} remove={deleteAccountAction} />
      </SettingSection>
    </>
  );
}
