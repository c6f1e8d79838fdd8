import type { Metadata } from "next";
import Link from "next/link";
import { SiteHeader } from "@/app/_components/site-header";
import { getTranslator } from "@/app/_i18n/translator";
import { readEncoderChoices } from "../_lib/encoder-choices";
import { RankLists } from "./_components/rank-lists";
import { readSearchComparison, type SearchComparisonPage } from "./_lib/read-search-comparison";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator();
  return { title: t("compare.search.title"), description: t("compare.search.lead") };
}

/** One query by two encoders. */
export default async function CompareSearchPage({ searchParams }: PageProps<"/compare/search">) {
  const [t, page] = [await getTranslator(), await readSearchComparison(await searchParams)];
  return (
    <>
      <SiteHeader />
      <main id="content" tabIndex={-1} className="page-width min-h-dvh pt-8 pb-24 outline-none">
        <p className="text-sm"><Link href="/compare" prefetch={false} className="text-muted underline decoration-edge underline-offset-4 hover:text-accent">{t("compare.heading")}</Link></p>
        <h1 className="mt-2 text-2xl font-semibold md:text-3xl">{t("compare.search.heading")}</h1>
        <p className="mt-2 max-w-3xl leading-relaxed text-muted">{t("compare.search.lead")}</p>
        <QueryForm page={page} />
        {page.found && <RankLists compared={page.found} />}
        {page.fault && (
          <section role="alert" className="mt-10 max-w-xl border-t border-rule pt-6">
            <h2 className="text-lg font-semibold">{t("compare.failed")}</h2>
            <p lang={page.fault.code === "internal" ? undefined : "en"} className="mt-2 leading-relaxed text-muted">{page.fault.code === "internal" ? t("compare.internal") : page.fault.message}</p>
          </section>
        )}
      </main>
    </>
  );
}

/** A plain form: its answer is the same page with another address. */
async function QueryForm({ page: { q, other, dimensions } }: { page: SearchComparisonPage }) {
  const [t, choices] = [await getTranslator(), dimensions === null ? [] : await readEncoderChoices(dimensions)];
  const field = "mt-1 block h-11 w-full rounded-md border border-edge bg-card px-3.5 text-base text-ink";
  return (
    <>
      <form className="mt-6 flex flex-wrap items-end gap-x-4 gap-y-3">
        <label className="min-w-0 flex-[2_1_18rem] text-sm text-muted">{t("compare.search.query")}<input name="q" defaultValue={q} key={q} required maxLength={1000} autoComplete="off" className={field} /></label>
        <label className="min-w-0 flex-[1_1_14rem] text-sm text-muted">{t("compare.other")}
          <select name="other" defaultValue={other} key={other} className={field}>{choices.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}</select>
        </label>
        <button type="submit" className="h-11 rounded-md bg-ink px-5 font-medium text-paper hover:bg-accent hover:text-on-accent">{t("compare.submit")}</button>
      </form>
      <p className="mt-3 max-w-3xl text-sm leading-relaxed text-muted">{t.rich("compare.addEncoder", { code: (chunks) => <code className="text-ink">{chunks}</code> })}</p>
    </>
  );
}
