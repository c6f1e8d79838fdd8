import { Suspense } from "react";
import { SiteHeader } from "@/app/_components/site-header";
import { SiteSearch } from "@/app/_components/site-search";
import { getTranslator } from "@/app/_i18n/translator";
import { ExampleGallery, GallerySkeleton } from "./example-gallery";
import { ExampleLinks } from "./example-links";
import { Searches } from "./searches";
import { StartCounts } from "./start-counts";

/** The page before anything is asked. */
export async function Start() {
  const t = await getTranslator();
  return (
    <>
      <SiteHeader />
      <main id="content" tabIndex={-1} className="page-width pb-20 outline-none">
        <div className="max-w-3xl pt-12 pb-14 md:pt-20 md:pb-16">
          <h1 className="text-3xl leading-tight font-semibold tracking-tight md:text-5xl md:leading-[1.15]">{t("start.heading")}</h1>
          <p className="mt-5 max-w-xl text-base leading-relaxed text-muted md:text-lg">{t("start.lead")}</p>
          <div className="mt-8"><SiteSearch large /></div>
          <ExampleLinks />
          <div className="mt-6"><Searches /></div>
        </div>
        <Suspense fallback={<div className="h-19.5 border-t border-rule" />}><StartCounts /></Suspense>
        <Suspense fallback={<GallerySkeleton />}><ExampleGallery /></Suspense>
      </main>
    </>
  );
}
