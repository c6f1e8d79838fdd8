import type { Metadata } from "next";
import { AutoRefresh } from "@/app/_components/auto-refresh";
import { SiteHeader } from "@/app/_components/site-header";
import { getLocale, getTranslator } from "@/app/_i18n/translator";
import type { LayoutView, MapOverview } from "@/lib/features/caption-map/map-types";
import { LayoutGone, MapFailure, NoMap } from "./_components/map-notice";
import { MapList } from "./_components/map-list";
import { MapRoot } from "./_components/map-root";
import { MapWithoutScript } from "./_components/map-without-script";
import { OtherIndex } from "./_components/other-index";
import { isSelection, readMapState, type MapState } from "./_lib/map-state";
import { layoutOf, readOverview } from "./_lib/read-map-page";
import { SelectionPage } from "./_selection/selection-page";

export async function generateMetadata({ searchParams }: PageProps<"/map">): Promise<Metadata> {
  const [t, state] = [await getTranslator(), readMapState(await searchParams)];
  return { title: isSelection(state) ? t("map.selection.title") : t("map.title"), description: t("map.description") };
}

export default async function MapPage({ searchParams }: PageProps<"/map">) {
  const state = readMapState(await searchParams);
  return (
    <>
      <SiteHeader />
      <main id="content" tabIndex={-1} className="outline-none">{isSelection(state) ? <SelectionPage state={state} /> : <WholeMap state={state} />}</main>
    </>
  );
}

async function WholeMap({ state }: { state: MapState }) {
  const { found: overview, fault } = await readOverview();
  if (!overview) return <MapFailure fault={fault} />;
  if (overview.layouts.length === 0) return <NoMap overview={overview} />;
  const layout = layoutOf(overview, state.layout);
  return layout ? <ShownMap overview={overview} layout={layout} state={state} /> : <LayoutGone hasCurrent={overview.current !== null} />;
}

async function ShownMap({ overview, layout, state }: { overview: MapOverview; layout: LayoutView; state: MapState }) {
  const [t, locale] = await Promise.all([getTranslator(), getLocale()]);
  return (
    <>
      <h1 className="sr-only">{t("map.heading")}</h1>
      {overview.job && <AutoRefresh seconds={5} />}
      <div className="flex h-[calc(100dvh-4.0625rem)] min-h-112 flex-col">
        <OtherIndex overview={overview} layout={layout} />
        <MapWithoutScript layout={layout} state={state} />
        <MapRoot overview={overview} layout={layout} locale={locale} />
      </div>
      <MapList layout={layout} state={state} isCurrent={layout.id === overview.current} />
    </>
  );
}
