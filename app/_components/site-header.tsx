import Link from "next/link";
import type { ReactNode } from "react";
import { getLocale, getTranslator } from "../_i18n/translator";
import { LanguageSwitch } from "./language-switch";
import { SiteNav } from "./site-nav";
import { ThemeSwitch } from "./theme-switch";
import { Wordmark } from "./wordmark";

/** @param search the search box; the start page has its own, larger one */
export async function SiteHeader({ search }: { search?: ReactNode }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslator()]);
  return (
    <header className="border-b border-rule bg-paper md:sticky md:top-0 md:z-30">
      <div className="page-width flex flex-wrap items-center gap-x-6 gap-y-3 py-3 lg:flex-nowrap">
        <Link href="/" prefetch={false} title={t("site.home")} className="shrink-0"><Wordmark /></Link>
        {search && <div className="order-last w-full lg:order-none lg:max-w-2xl lg:flex-1">{search}</div>}
        <SiteNav className="order-last w-full lg:order-none lg:ml-auto lg:w-auto" />
        <div className="ml-auto flex shrink-0 items-center gap-1.5 xs:gap-3 lg:ml-0">
          <LanguageSwitch to={locale === "ja" ? "en" : "ja"} label={t("header.otherLanguage")} />
          <ThemeSwitch label={t("header.theme")} options={{ light: t("header.light"), dark: t("header.dark"), system: t("header.system") }} />
        </div>
      </div>
    </header>
  );
}
