import "./globals.css";
import type { Metadata, Viewport } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { SiteFooter } from "@/components/site/site-footer";
import { SiteHeader } from "@/components/site/site-header";
import { asThemeChoice, themeCookie } from "@/components/site/theme-choice";
import { sessionUser } from "@/lib/auth/current-user";

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf8f5" },
    { media: "(prefers-color-scheme: dark)", color: "#131417" },
  ],
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("site");
  return { title: { default: t("name"), template: `%s · ${t("name")}` }, description: t("description") };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, jar, user] = await Promise.all([getLocale(), cookies(), sessionUser()]);
  const theme = asThemeChoice(jar.get(themeCookie)?.value);
  return (
    // The theme switch changes the attribute after the server has written it.
    <html lang={locale} data-theme={theme === "system" ? undefined : theme} suppressHydrationWarning>
      <body className="flex min-h-dvh flex-col font-sans antialiased">
        <SiteHeader userName={user?.userName ?? null} />
        {/* Empty until the first of a slow page is here: the footer, which would jump up and down again, stays below the window. */}
        <main id="content" tabIndex={-1} className="mx-auto w-full max-w-page px-4 pt-6 pb-16 outline-none empty:min-h-dvh sm:px-6 sm:pt-10">
          {children}
        </main>
        <SiteFooter theme={theme} />
      </body>
    </html>
  );
}
