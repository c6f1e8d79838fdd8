import Link from "next/link";
import { imageHref } from "@/app/_components/image-address";
import { languageName } from "@/app/_components/language-mark";
import { getLocale, getTranslator } from "@/app/_i18n/translator";
import type { SelectionLayout } from "@/lib/features/caption-map/map-types";
import { MapFailure } from "../_components/map-notice";
import { mapHref, type MapState } from "../_lib/map-state";
import { readSelection } from "../_lib/read-map-page";
import { selectionQuery } from "./selection-address";
import { SelectionMap } from "./selection-map";

/** Chosen captions on a map of their own: there before any JavaScript, and live with it. */
export async function SelectionPage({ state }: { state: MapState }) {
  const [t, locale, { found, fault }] = await Promise.all([getTranslator(), getLocale(), readSelection(selectionQuery(state))]);
  if (!found) return <MapFailure fault={fault} heading={t("map.selection.failed")} />;
  const images = new Set(found.points.map(({ image }) => `${image.collection} ${image.id}`)).size;
  return (
    <div className="page-width pt-6 pb-16">
      <div className="mb-6 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-rule pb-4">
        <div>
          <h1 className="text-xl font-semibold">{t("map.selection.heading")}</h1>
          <p className="text-sm text-muted">{t("map.selection.lead", { captions: found.points.length, images })}</p>
        </div>
        <Link href={mapHref()} prefetch={false} className="text-sm underline decoration-edge underline-offset-4 hover:text-accent">{t("map.selection.toMap")}</Link>
      </div>
      <SelectionMap initial={found} locale={locale} />
      <CaptionTable selection={found} />
    </div>
  );
}

async function CaptionTable({ selection: { points } }: { selection: SelectionLayout }) {
  const [t, locale] = await Promise.all([getTranslator(), getLocale()]);
  return (
    <details className="mt-10 border-t border-rule pt-4">
      <summary className="py-1.5 text-sm font-medium">{t("map.selection.table")}</summary>
      <div className="overflow-x-auto">
        <table className="mt-3 w-full text-left text-sm">
          <thead><tr className="border-b border-ink">{(["caption", "language", "image"] as const).map((column) => <th key={column} scope="col" className="py-2 pr-4 font-medium">{t(`map.selection.${column}`)}</th>)}</tr></thead>
          <tbody>
            {points.map(({ caption, image }) => (
              <tr key={caption.id} className="border-b border-rule align-top">
                <td lang={caption.language} className="caption-text py-2 pr-4">{caption.text}</td>
                <td className="py-2 pr-4 whitespace-nowrap text-muted">{languageName(caption.language, locale)}</td>
                <td className="py-2 tabular-nums"><Link href={imageHref(image)} prefetch={false} className="underline decoration-edge underline-offset-4 hover:text-accent">{image.id}</Link></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
