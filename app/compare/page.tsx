import type { Metadata } from "next";
import { SiteHeader } from "@/app/_components/site-header";
import { getTranslator } from "@/app/_i18n/translator";
import { CompareForm } from "./_components/compare-form";
import { ComparisonView } from "./_components/comparison-view";
import { isComparing, readCompareState } from "./_lib/compare-state";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator();
  return { title: t("compare.title"), description: t("compare.lead") };
}

/** Sentences each with each: how alike an encoder finds them. */
export default async function ComparePage({ searchParams }: PageProps<"/compare">) {
  const [t, params] = [await getTranslator(), await searchParams];
  const state = readCompareState(params);
  return (
    <>
      <SiteHeader />
      <main id="content" tabIndex={-1} className="page-width min-h-dvh pt-8 pb-24 outline-none">
        <h1 className="text-2xl font-semibold md:text-3xl">{t("compare.heading")}</h1>
        <p className="mt-2 max-w-3xl leading-relaxed text-muted">{t("compare.lead")}</p>
        {params.fault === "long" && <p role="alert" className="mt-4 max-w-3xl rounded-md bg-warn-soft px-4 py-3">{t("compare.tooLong")}</p>}
        <CompareForm state={state} />
        {isComparing(state) && <ComparisonView state={state} />}
      </main>
    </>
  );
}
