import Link from "next/link";
import { useTranslations } from "next-intl";
import { AccountMenu } from "@/components/account/account-menu";
import { NavLink } from "./nav-link";

/** `userName` is null for guests and for those who have not begun. */
export function SiteHeader({ userName }: { userName: string | null }) {
  const t = useTranslations("site");
  return (
    <header className="border-b border-line">
      <a href="#content" className="sr-only rounded-control bg-surface focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-20 focus:px-4 focus:py-2">
        {t("skipToContent")}
      </a>
      <div className="mx-auto flex min-h-14 max-w-page flex-wrap items-center gap-x-1 px-4 sm:gap-3 sm:px-6">
        <Link href="/" className="flex min-h-11 items-center gap-2 pr-2 font-semibold">
          <span>{t("name")}</span>
          <span lang="zh-Hans" className="hidden font-normal text-muted sm:inline">
            {t("nameChinese")}
          </span>
        </Link>
        <nav aria-label={t("mainNavigation")} className="grow">
          <ul className="flex flex-wrap sm:gap-1">
            <li>
              <NavLink href="/study">{t("study")}</NavLink>
            </li>
            <li>
              <NavLink href="/explore">{t("explore")}</NavLink>
            </li>
          </ul>
        </nav>
        <div className="-mr-3 ml-auto">
          {userName === null ? (
            <NavLink href="/sign-in">{t("signIn")}</NavLink>
          ) : (
            <AccountMenu userName={userName} labels={{ menu: t("accountMenu", { name: userName }), signOut: t("signOut") }} />
          )}
        </div>
      </div>
    </header>
  );
}
