import Link from "next/link";
import { imageHref } from "@/app/_components/image-address";
import { LanguageMark } from "@/app/_components/language-mark";
import { getLocale, getTranslator } from "@/app/_i18n/translator";
import type { LayoutView, MapPoint, RegionLabel } from "@/lib/features/caption-map/map-types";
import { mapHref, type MapState } from "../_lib/map-state";
import { readArea, readLabels } from "../_lib/read-map-page";
import { labelText } from "../_render/place-labels";
import { boxOf } from "../_view/polygon";
import type { Place } from "../_view/view";

/** Regions that are listed: the finest level that has no more. */
const MOST = 80;
const CAPTIONS = 60;

const link = "underline decoration-edge underline-offset-4 hover:text-accent";

/** The map for whoever does not see it: its regions by their words, and the captions in one. Needs no JavaScript. */
export async function MapList({ layout, state, isCurrent }: { layout: LayoutView; state: MapState; isCurrent: boolean }) {
  const t = await getTranslator();
  const shown = isCurrent ? null : layout.id;
  return (
    <section id="list" aria-labelledby="list-heading" className="page-width scroll-mt-4 border-t border-rule py-12">
      <h2 id="list-heading" className="text-xl font-semibold">{t("map.list.heading")}</h2>
      {state.within ? <Captions layout={layout} within={state.within} shown={shown} /> : <Regions layout={layout} shown={shown} />}
    </section>
  );
}

async function Regions({ layout, shown }: { layout: LayoutView; shown: string | null }) {
  const [t, locale, { found }] = await Promise.all([getTranslator(), getLocale(), readLabels(layout.id)]);
  const levels = (found?.levels ?? []).map(({ labels }) => labels.filter((label) => labelText(label, locale) !== "")).filter(({ length }) => length > 0);
  const regions = levels.findLast(({ length }) => length <= MOST) ?? levels[0]?.slice(0, MOST) ?? [];
  if (regions.length === 0) return <p className="mt-2 text-sm text-muted">{t("map.list.none")}</p>;
  return (
    <>
      <p className="mt-2 max-w-2xl text-sm leading-relaxed text-muted">{t("map.list.lead")}</p>
      <ul className="mt-5 grid grid-cols-[repeat(auto-fill,minmax(min(15rem,100%),1fr))] gap-x-8">
        {[...regions].sort((a, b) => b.count - a.count).map((region) => (
          <li key={`${region.x} ${region.y}`} className="flex items-baseline justify-between gap-4 border-b border-rule py-2">
            <Link href={`${mapHref({ layout: shown, within: boxAround(region, layout.count) })}#list`} prefetch={false} className="min-w-0 break-words hover:text-accent">{labelText(region, locale)}</Link>
            <span className="shrink-0 text-xs text-muted tabular-nums">{t("map.list.region", { count: region.count })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** About the region: a square that holds its share of the map. */
function boxAround({ x, y, count }: RegionLabel, all: number): Place[] {
  const half = Math.max(0.01, Math.min(0.12, Math.sqrt(count / Math.max(1, all)) / 2));
  const within = (value: number) => Number(Math.max(0, Math.min(1, value)).toFixed(4));
  return [...boxOf({ x: within(x - half), y: within(y - half) }, { x: within(x + half), y: within(y + half) })];
}

async function Captions({ layout, within, shown }: { layout: LayoutView; within: Place[]; shown: string | null }) {
  const [t, { found }] = await Promise.all([getTranslator(), readArea(layout.id, within, CAPTIONS)]);
  return (
    <>
      <p className="mt-2 text-sm"><Link href={`${mapHref({ layout: shown })}#list`} prefetch={false} className={link}>{t("map.list.back")}</Link></p>
      <h3 className="mt-5 font-medium">{t("map.list.captionsOf")}</h3>
      {!found || found.points === 0 ? <p className="mt-2 text-sm text-muted">{t("map.area.empty", { unit: layout.unit })}</p> : <ul className="mt-2 max-w-3xl">{found.examples.map((point) => <Caption key={point.point} point={point} />)}</ul>}
    </>
  );
}

async function Caption({ point: { caption, image } }: { point: MapPoint }) {
  const locale = await getLocale();
  return (
    <li className="flex items-start justify-between gap-4 border-b border-rule py-2">
      <Link href={imageHref(image)} prefetch={false} lang={caption?.language} className="caption-text hover:text-accent">{caption?.text ?? image.id}</Link>
      {caption && <span className="shrink-0"><LanguageMark language={caption.language} locale={locale} /></span>}
    </li>
  );
}
