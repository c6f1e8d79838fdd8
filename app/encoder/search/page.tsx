import type { Metadata } from "next";
import Link from "next/link";
import { AutoRefresh } from "@/app/_components/auto-refresh";
import { SiteHeader } from "@/app/_components/site-header";
import { getLocale, getTranslator } from "@/app/_i18n/translator";
import type { Locale } from "@/app/_i18n/locale";
import { EncoderFailure } from "../_components/encoder-failure";
import { CurveSection } from "./_components/curve-section";
import { LayersSection } from "./_components/layers-section";
import { ResultSection } from "./_components/result-section";
import { SearchPathForm } from "./_components/search-path-form";
import { readSearchPath } from "./_lib/read-search-path";
import { readSearchPathState, type SearchPathState } from "./_lib/search-path-state";

/** What is searched for before anybody typed. */
const firstQuery: Record<Locale, string> = { ja: "海で遊ぶ犬", en: "a dog playing in the sea" };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator();
  return { title: t("encoder.search.title"), description: t("encoder.search.description") };
}

export default async function SearchPathPage({ searchParams }: PageProps<"/encoder/search">) {
  const [t, locale, asked] = [await getTranslator(), await getLocale(), readSearchPathState(await searchParams)];
  const state = { ...asked, q: asked.q ?? firstQuery[locale] };
  return (
    <>
      <SiteHeader />
      <main id="content" tabIndex={-1} className="page-width min-h-dvh pt-8 pb-24 outline-none">
        <h1 className="text-2xl font-semibold md:text-3xl">{t("encoder.search.heading")}</h1>
        <p className="mt-2 max-w-3xl leading-relaxed text-muted">{t("encoder.search.lead")}</p>
        <SearchPathForm state={state} />
        <Way state={state} />
        <p className="mt-16 border-t border-rule pt-6"><Link href="/encoder" prefetch={false} className="underline decoration-edge underline-offset-4 hover:text-accent">{t("encoder.search.toEncoder")}</Link></p>
      </main>
    </>
  );
}

async function Way({ state }: { state: SearchPathState & { q: string } }) {
  const [t, { path, fault }] = [await getTranslator(), await readSearchPath(state)];
  if (fault?.code === "index_building") return <p className="mt-10 max-w-xl leading-relaxed"><AutoRefresh seconds={2} />{t("encoder.search.noIndex")}</p>;
  if (!path) return <EncoderFailure heading={t("encoder.search.failed")} fault={fault} />;
  return (
    <div data-answer="">
      <LayersSection path={path} state={state} />
      <ResultSection path={path} />
      <CurveSection path={path} state={state} />
    </div>
  );
}
