import Link from "next/link";
import { getTranslator } from "../_i18n/translator";
import { SiteHeader } from "./site-header";
import { SiteSearch } from "./site-search";

export async function NotFoundPage({ heading, body }: { heading: string; body: string }) {
  const t = await getTranslator();
  return (
    <>
      <title>{t("notFound.title")}</title>
      <SiteHeader search={<SiteSearch />} />
      <main id="content" tabIndex={-1} className="page-width py-16 outline-none md:py-24">
        <p className="text-sm text-muted tabular-nums">404</p>
        <h1 className="mt-2 text-2xl font-semibold md:text-3xl">{heading}</h1>
        <p className="mt-4 max-w-xl leading-relaxed text-muted">{body}</p>
        <p className="mt-8"><Link href="/" prefetch={false} className="underline decoration-edge underline-offset-4 hover:text-accent">{t("notFound.home")}</Link></p>
      </main>
    </>
  );
}
