import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";
import type { ThemeChoice } from "./theme-choice";
import { ThemeSwitch } from "./theme-switch";

const linkTo = (href: string) =>
  function CreditLink(text: ReactNode) {
    return (
      <a href={href} className="link" rel="noreferrer" target="_blank">
        {text}
      </a>
    );
  };

export function SiteFooter({ theme }: { theme: ThemeChoice }) {
  const t = useTranslations("site");
  const settings = useTranslations("settings");
  return (
    <footer className="mt-auto border-t border-line text-14 text-muted print:hidden">
      <div className="mx-auto flex max-w-page flex-col gap-4 px-4 py-6 sm:px-6 md:flex-row md:items-start md:justify-between">
        <div className="flex max-w-measure flex-col gap-1">
          <p>
            {t.rich("footer.credit", {
              catalogue: linkTo("https://planet4589.org/space/gcat/"),
              licence: linkTo("https://creativecommons.org/licenses/by/4.0/"),
            })}
          </p>
          <p>{t("footer.licence")}</p>
        </div>
        <div className="flex flex-col items-start md:items-end">
          <ThemeSwitch
            chosen={theme}
            label={t("theme.label")}
            labels={{ system: t("theme.system"), light: t("theme.light"), dark: t("theme.dark") }}
          />
          <div className="flex gap-6">
            <Link href="/classes" prefetch={false} className="link flex min-h-11 items-center">
              {t("classes")}
            </Link>
            <Link href="/settings" className="link flex min-h-11 items-center">
              {settings("title")}
            </Link>
          </div>
        </div>
      </div>
    </footer>
  );
}
