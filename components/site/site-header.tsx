import Link from "next/link";
import { useTranslations } from "next-intl";
import { AccountMenu } from "@/components/account/account-menu";
import { NavLink } from "./nav-link";

/** One row from phones of 376 px on; on narrower ones, and with larger text, the pages get a row of their own. `userName` is null for guests and for those who have not begun. */
export function SiteHeader({ userName }: { userName: string | null }) {
  const t = useTranslations("site");
  const settings = useTranslations("settings");
  return (
    <header className="border-b border-line print:hidden">
      <a href="#content" className="sr-only rounded-control bg-surface focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-20 focus:px-4 focus:py-2">
        {t("skipToContent")}
      </a>
      <div className="mx-auto flex min-h-14 max-w-page flex-wrap items-center px-4 sm:gap-3 sm:px-6">
        {/* Prefetched, the first page's scripts would come with every other page. */}
        <Link href="/" prefetch={false} className="flex min-h-11 min-w-11 items-center gap-2 pr-1 font-semibold sm:pr-2">
          <span className="sr-only sm:not-sr-only">{t("name")}</span>
          <span lang="zh-Hans" className="sm:font-normal sm:text-muted">
            {t("nameChinese")}
          </span>
        </Link>
        <nav aria-label={t("mainNavigation")} className="order-last -mx-1.5 w-full min-[23.5rem]:order-none min-[23.5rem]:mx-0 min-[23.5rem]:w-auto min-[23.5rem]:grow">
          <ul className="flex flex-wrap sm:gap-1">
            <li>
              <NavLink href="/study">{t("study")}</NavLink>
            </li>
            <li>
              <NavLink href="/quiz">{t("quiz")}</NavLink>
            </li>
            <li>
              <NavLink href="/explore">{t("explore")}</NavLink>
            </li>
            <li>
              <NavLink href="/sets">{t("sets")}</NavLink>
            </li>
            <li>
              <NavLink href="/progress">{t("progress")}</NavLink>
            </li>
            {/* Below 768 px there is no room for it in the row: there it stands in the footer, and work that is due on the first page. */}
            <li className="hidden md:block">
              <NavLink href="/classes">{t("classes")}</NavLink>
            </li>
          </ul>
        </nav>
        <div className="-mr-1.5 ml-auto sm:-mr-3">
          {userName === null ? (
            <NavLink href="/sign-in">{t("signIn")}</NavLink>
          ) : (
            <AccountMenu userName={userName} labels={{ menu: t("accountMenu", { name: userName }), settings: settings("title"), signOut: t("signOut") }} />
          )}
        </div>
      </div>
    </header>
  );
}
