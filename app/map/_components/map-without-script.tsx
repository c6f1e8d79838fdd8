import { searchHref } from "@/app/_search/search-state";
import { getLocale, getTranslator } from "@/app/_i18n/translator";
import { readNonce } from "@/app/_security/read-nonce";
import type { LayoutView } from "@/lib/features/caption-map/map-types";
import { layoutAddress } from "../_lib/map-fetch";
import type { MapState } from "../_lib/map-state";

/** In place of the live map where no JavaScript runs: the picture that the server draws. The list below it leads to the captions. */
export async function MapWithoutScript({ layout, state: { q } }: { layout: LayoutView; state: MapState }) {
  const [t, locale, nonce] = await Promise.all([getTranslator(), getLocale(), readNonce()]);
  const picture = layoutAddress(layout.id, "picture.svg", { width: 1000, lang: locale });
  return (
    <noscript>
      <style nonce={nonce}>{"[data-live-map] { display: none !important }"}</style>
      <img src={picture} alt={t("map.canvas.picture", { count: layout.count, method: t(`map.layout.method.${layout.method}`) })} className="mx-auto h-[80dvh] max-w-full object-contain p-4" />
      <p className="px-4 text-center text-sm"><a href="#list" className="underline">{t("map.list.link")}</a>{q !== null && <> · <a href={searchHref(null, { q })} className="underline">{t("results.title", { query: q })}</a></>}</p>
    </noscript>
  );
}
