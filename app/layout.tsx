import type { Metadata, Viewport } from "next";
import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";
import { ANNOUNCER_ID } from "./_components/announcer-id";
import { ErrorLabels } from "./_components/error-labels";
import { SiteFooter } from "./_components/site-footer";
import { WebFont } from "./_components/web-font";
import { getLocale, getTranslator } from "./_i18n/translator";
import { readNonce } from "./_security/read-nonce";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator();
  return { title: t("site.title"), description: t("site.description"), applicationName: "Kotomap" };
}

export const viewport: Viewport = {
  themeColor: [{ media: "(prefers-color-scheme: light)", color: "#f8f4ec" }, { media: "(prefers-color-scheme: dark)", color: "#181512" }],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, t, nonce] = await Promise.all([getLocale(), getTranslator(), readNonce()]);
  const labels = { heading: t("failure.pageHeading"), body: t("failure.pageBody"), retry: t("failure.retry"), home: t("failure.home") };
  return (
    // next-themes sets data-theme before React runs.
    <html lang={locale} suppressHydrationWarning>
      <body className="flex min-h-dvh flex-col font-sans antialiased">
        <ThemeProvider attribute="data-theme" disableTransitionOnChange nonce={nonce}>
          <a href="#content" className="sr-only rounded-sm bg-ink px-4 py-2 text-paper focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50">{t("site.skip")}</a>
          <div data-hairline="" aria-hidden="true" />
          <div id={ANNOUNCER_ID} className="sr-only" role="status" aria-live="polite" suppressHydrationWarning />
          <ErrorLabels labels={labels}>{children}</ErrorLabels>
          <SiteFooter />
          <WebFont />
        </ThemeProvider>
      </body>
    </html>
  );
}
